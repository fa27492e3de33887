import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import { type KnownPupil, plainName } from './match.ts';
import type { NamedPupil, PlanRow } from './plan-rows.ts';
import { plainWords } from './values.ts';

/** A pupil on roll as a file of plans may name them. */
export type PlanPupil = Pick<KnownPupil, 'pupilId' | 'upns' | 'formerUpns' | 'surnames' | 'forenames'> & {
  readonly bornOn: SchoolDate;
  /** As used, for people: `Okafor, Amara`. */
  readonly name: string;
  readonly className: string | null;
};

/** Who is meant by a row, or why nobody can tell. */
export type PlanWho =
  | { readonly is: 'found'; readonly pupilId: PupilId; readonly by: string }
  | { readonly is: 'asked'; readonly why: string; readonly pupilIds: readonly PupilId[] };

const asked = (why: string, pupils: readonly PlanPupil[]): PlanWho => ({
  is: 'asked',
  why,
  pupilIds: pupils.map((pupil) => pupil.pupilId),
});

/**
 * Who is meant: by UPN, by name and date of birth, or by name and class, and only where that is one pupil and nothing in
 * the row speaks against it (rule intake-1). A name alone is never enough: it is asked, with those who have it.
 */
export function whoIsMeant(named: NamedPupil, pupils: readonly PlanPupil[]): PlanWho {
  const alike = pupils.filter((pupil) => isNamed(pupil, named));
  if (named.upn !== null) return byUpn(named, pupils, alike);
  if (alike.length === 0) return asked('Nobody on roll has this name', []);
  if (named.bornOn !== null) {
    const born = alike.filter((pupil) => pupil.bornOn === named.bornOn);
    return one(born, 'name and date of birth') ?? asked('The date of birth is another', alike);
  }
  if (named.className !== null) {
    const inClass = alike.filter((pupil) => isInClass(pupil, named.className ?? ''));
    return one(inClass, 'name and class') ?? asked('The class is another, or several have this name', alike);
  }
  return asked('A name alone does not say who is meant', alike);
}

function byUpn(named: NamedPupil, pupils: readonly PlanPupil[], alike: readonly PlanPupil[]): PlanWho {
  const upn = named.upn ?? '';
  const held = pupils.filter((pupil) => pupil.upns.includes(upn) || pupil.formerUpns.includes(upn));
  const [first] = held;
  if (first === undefined) return asked('No pupil on roll has this UPN', alike);
  const hasName = named.surname !== null || named.forename !== null;
  if (hasName && !alike.some((pupil) => pupil.pupilId === first.pupilId))
    return asked('The UPN is of one pupil and the name of another', [first, ...alike]);
  return one(held, 'UPN') ?? asked('Several pupils have this UPN', held);
}

const one = (found: readonly PlanPupil[], by: string): PlanWho | null => {
  const [first, ...more] = found;
  return first === undefined || more.length > 0 ? null : { is: 'found', pupilId: first.pupilId, by };
};

function isNamed(pupil: PlanPupil, { surname, forename }: NamedPupil): boolean {
  if (surname === null && forename === null) return false;
  const has = (names: readonly string[], name: string | null) =>
    name === null || names.some((known) => plainName(known) === plainName(name));
  return has(pupil.surnames, surname) && has(pupil.forenames, forename);
}

/** `4 Oak`, `4Oak`, `Oak`, `Year 4 Oak` are one class. */
const isInClass = ({ className }: PlanPupil, said: string): boolean => {
  if (className === null) return false;
  const bare = (text: string) =>
    plainWords(text)
      .replace(/\b(year|yr|y|class|form)\b/g, '')
      .replace(/\s/g, '');
  const [held, given] = [bare(className), bare(said)];
  const hasYears = /\d/.test(held) && /\d/.test(given);
  const name = (text: string) => (hasYears ? text : text.replace(/\d/g, ''));
  return name(held) !== '' && name(held) === name(given);
};

/** One for all rows that name a pupil in the same words: what a person says of one row holds for them all. */
export const keyOfNamed = ({ upn, surname, forename, bornOn, className }: NamedPupil): string =>
  [
    upn ?? '',
    plainName(surname ?? ''),
    plainName(forename ?? ''),
    bornOn ?? '',
    plainWords(className ?? ''),
  ].join('|');

/** `Amara Okafor, 4 Oak`, as the file says it. */
export const namedInWords = ({ upn, surname, forename, className }: NamedPupil): string =>
  [[forename, surname].filter((part) => part !== null).join(' '), className, upn]
    .filter((part) => part !== null && part !== '')
    .join(', ');

/** The rows that each name in the file stands for, in its order; rows that name nobody go on with the one above. */
export function rowsByNamed(
  rows: readonly PlanRow[],
): readonly { readonly key: string; readonly named: NamedPupil | null; readonly rows: readonly PlanRow[] }[] {
  const found = new Map<string, { named: NamedPupil | null; rows: PlanRow[] }>();
  let current: NamedPupil | null = null;
  for (const row of rows) {
    current = row.named ?? current;
    const key = current === null ? 'nobody' : keyOfNamed(current);
    const held = found.get(key) ?? { named: current, rows: [] };
    held.rows.push(row);
    found.set(key, held);
  }
  return [...found].map(([key, held]) => ({ key, ...held }));
}
