import type { PupilId } from '../../../kernel/ids.ts';
import type { Range } from './catalogue.ts';
import type { Area } from './run.ts';

/** The types of need of each broad area (statutory.md 8.2). */
const typesOf: Readonly<Record<Area, readonly string[]>> = {
  communication: ['SLCN', 'ASD'],
  cognition: ['SPLD', 'MLD', 'SLD', 'PMLD', 'DS'],
  semh: ['SEMH'],
  sensory_physical: ['HI', 'VI', 'MSI', 'PD'],
};

const mostSuggested = 16;

/** A pupil who may be suggested: of those on the register with their needs, the first one first. */
export type Candidate = {
  readonly pupilId: PupilId;
  readonly yearGroup: string | null;
  readonly yearRank: number;
  readonly status: string;
  readonly needTypes: readonly string[];
};

export type Suited = {
  readonly areas: readonly Area[];
  /** In years; null is any. */
  readonly age?: Range | null;
  readonly without?: ReadonlySet<PupilId>;
};

/** Why a pupil is suggested: which of their needs it fits, and whether a score on its measure is low. */
export type Reason = { readonly need: string | null; readonly isMainNeed: boolean; readonly isLow: boolean };

/** Whether a year group is of these ages: Year 3 is of 7 to 8. A year without a number is of any. */
const isOfAge = ({ yearGroup }: Candidate, age: Range | null): boolean => {
  const year = yearGroup === 'R' ? 0 : Number(yearGroup);
  return age === null || Number.isNaN(year) || (year + 5 >= age[0] && year + 4 <= age[1]);
};

type Scale = {
  readonly direction: 'high' | 'low';
  readonly mean: number | null;
  readonly sd: number | null;
};

/**
 * Whether a score is more than one spread of the norms on the wrong side of their mean; never where there are no norms.
 * 84 of a test with mean 100 and spread 15 is low, 85 is not.
 */
export const isLowScore = ({ direction, mean, sd }: Scale, score: number): boolean =>
  mean !== null && sd !== null && (direction === 'high' ? score < mean - sd : score > mean + sd);

const weightOf = ({ need, isMainNeed, isLow }: Reason): number =>
  (isLow ? 0 : 4) + (need === null ? 2 : isMainNeed ? 0 : 1);

/**
 * (rule prov-9) The pupils whom a run may suit, each with why: a need of its areas, or a low score on what it is measured by,
 * and of its ages. Both before one, a low score before a need, the first need before the next, the younger first. Nobody is
 * put in by it.
 */
export function suitedTo<C extends Candidate>(
  pupils: readonly C[],
  { areas, age = null, without = new Set() }: Suited,
  low: ReadonlySet<PupilId>,
): readonly { readonly pupil: C; readonly reason: Reason }[] {
  const types = areas.flatMap((area) => typesOf[area]);
  return pupils
    .filter((pupil) => !without.has(pupil.pupilId) && isOfAge(pupil, age))
    .flatMap((pupil) => {
      const at = pupil.status === 'none' ? -1 : pupil.needTypes.findIndex((type) => types.includes(type));
      const reason = {
        need: pupil.needTypes[at] ?? null,
        isMainNeed: at === 0,
        isLow: low.has(pupil.pupilId),
      };
      return reason.need === null && !reason.isLow ? [] : [{ pupil, reason }];
    })
    .toSorted(
      (one, other) =>
        weightOf(one.reason) - weightOf(other.reason) || one.pupil.yearRank - other.pupil.yearRank,
    )
    .slice(0, mostSuggested);
}
