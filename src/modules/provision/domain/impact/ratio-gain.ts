import { daysBetween, type SchoolDate } from '#src/kernel/dates.ts';
import { meanOf } from './change.ts';

/** How a ratio gain is read, after Brooks (2016): from this figure up. */
const bands = [
  { from: 4, words: 'remarkable' },
  { from: 3, words: 'substantial' },
  { from: 2, words: 'useful' },
  { from: 1.4, words: 'modest' },
] as const;
export type RatioBand = (typeof bands)[number]['words'] | 'doubtful' | 'fell behind';

export type Ages = {
  readonly entry: number;
  readonly exit: number;
  readonly enteredOn: SchoolDate;
  readonly leftOn: SchoolDate;
};

/** Below this time between two tests a ratio says more of the test than of the pupil. */
export const shortestDays = 56;

/** A month of the year's mean length, so that a term has the same months in any year. */
const daysInMonth = 365.25 / 12;

export const monthsBetween = ({ enteredOn, leftOn }: Pick<Ages, 'enteredOn' | 'leftOn'>): number =>
  daysBetween(enteredOn, leftOn) / daysInMonth;

/** (rule impact-10) How Brooks reads a ratio. 1.4 → modest, 2 → useful; below 1 the pupil fell further behind. */
export const ratioBand = (ratio: number): RatioBand =>
  ratio < 1 ? 'fell behind' : (bands.find(({ from }) => ratio >= from)?.words ?? 'doubtful');

export type RatioGain = { readonly n: number; readonly ratio: number; readonly band: RatioBand };

/**
 * (rule impact-9) Mean months of age gained / mean months elapsed: of the group, never a mean of the pupils' own ratios, as
 * one short gap would outweigh all. 9 months gained in 6 → 1.5. Null without pupils, or where tests lie under eight weeks apart.
 */
export function ratioGain(pupils: readonly Ages[]): RatioGain | null {
  if (
    pupils.length === 0 ||
    pupils.some(({ enteredOn, leftOn }) => daysBetween(enteredOn, leftOn) < shortestDays)
  )
    return null;
  const gained = meanOf(pupils.map(({ entry, exit }) => exit - entry).toSorted((a, b) => a - b));
  const elapsed = meanOf(pupils.map(monthsBetween).toSorted((a, b) => a - b));
  if (gained === null || elapsed === null || elapsed <= 0) return null;
  const ratio = gained / elapsed;
  return { n: pupils.length, ratio, band: ratioBand(Math.round(ratio * 10) / 10) };
}
