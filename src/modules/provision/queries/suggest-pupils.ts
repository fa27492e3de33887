import type { PupilId } from '#src/kernel/ids.ts';
import { type FoundPupil, searchPupils } from '#src/modules/pupils/index.ts';
import { listRegisterLines, type RegisterLine } from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Range } from '../domain/catalogue.ts';
import type { Area } from '../domain/run.ts';

/** The types of need of each broad area (statutory.md 8.2). */
const typesOf: Readonly<Record<Area, readonly string[]>> = {
  communication: ['SLCN', 'ASD'],
  cognition: ['SPLD', 'MLD', 'SLD', 'PMLD', 'DS'],
  semh: ['SEMH'],
  sensory_physical: ['HI', 'VI', 'MSI', 'PD'],
};

const mostSuggested = 16;

export type Suited = {
  readonly areas: readonly Area[];
  /** In years; null is any. */
  readonly age?: Range | null;
  readonly without?: ReadonlySet<PupilId>;
};

/** Whether a year group is of these ages: Year 3 is of 7 to 8. A year without a number is of any. */
const isOfAge = ({ yearGroup }: RegisterLine, age: Range | null): boolean => {
  const year = yearGroup === 'R' ? 0 : Number(yearGroup);
  return age === null || Number.isNaN(year) || (year + 5 >= age[0] && year + 4 <= age[1]);
};

/**
 * Pupils of the register whose needs are of these areas and who are of this age, the first need before the second, the
 * younger first; of those whom the actor may see. Without an area, nobody.
 */
export async function suggestPupils(
  tx: Tx,
  { areas, age = null, without = new Set() }: Suited,
): Promise<readonly RegisterLine[]> {
  if (areas.length === 0) return [];
  const types = areas.flatMap((area) => typesOf[area]);
  const rankOf = ({ needTypes }: RegisterLine) => needTypes.findIndex((type) => types.includes(type));
  return (await listRegisterLines(tx, 'register'))
    .filter((line) => !without.has(line.pupilId) && rankOf(line) !== -1 && isOfAge(line, age))
    .toSorted((one, other) => rankOf(one) - rankOf(other) || one.yearRank - other.yearRank)
    .slice(0, mostSuggested);
}

export type NameFault = { readonly line: string; readonly found: readonly FoundPupil[] };

/** The pupils on roll whom lines of names mean. A line that means nobody, or several, is a fault: nothing is guessed. */
export async function findByNames(
  tx: Tx,
  text: string | undefined,
): Promise<{ readonly pupilIds: readonly PupilId[]; readonly faults: readonly NameFault[] }> {
  const lines = (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 40);
  const pupilIds: PupilId[] = [];
  const faults: NameFault[] = [];
  for (const line of lines) {
    const found = (await searchPupils(tx, line, 6)).filter(({ isOnRoll }) => isOnRoll);
    const [only] = found;
    if (only !== undefined && found.length === 1) pupilIds.push(only.pupilId);
    else faults.push({ line, found });
  }
  return { pupilIds, faults };
}
