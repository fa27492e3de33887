import type { Direction } from './change.ts';
import type { Reliability } from './reliable-change.ts';

/** The kinds of scale, as the measures of `assessments` have them. */
export type JudgedKind = 'standard' | 'scaled' | 'percentile' | 'age_months' | 'raw' | 'rating' | 'count';

/** What the figures need to know of a measure. */
export type JudgedMeasure = Reliability & {
  readonly kind: JudgedKind;
  readonly direction: Direction;
};

/** Norms follow age: a score that stays the same is a year's progress in a year. */
export const isNormed = (kind: JudgedKind): boolean =>
  kind === 'standard' || kind === 'scaled' || kind === 'percentile';

/** Whether one point is as much at each end of the scale, so that differences may be averaged and set against a spread. */
export const hasEqualSteps = (kind: JudgedKind): boolean => kind !== 'percentile' && kind !== 'age_months';

/**
 * (rule impact-11) The gain that ordinary teaching would bring: none on a normed scale, as its score stays the same with
 * expected progress; the months that passed for ages; not known for raw scores, ratings and counts (null).
 */
export const expectedGain = (kind: JudgedKind, months: number): number | null => {
  if (isNormed(kind)) return 0;
  return kind === 'age_months' ? months : null;
};
