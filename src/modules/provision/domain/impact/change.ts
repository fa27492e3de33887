import { studentQuantile } from './distributions.ts';

/** Whether a higher score is better. A scale of difficulties is read the other way round. */
export type Direction = 'high' | 'low';

export type Interval = readonly [low: number, high: number];

/** (rule impact-1) What was gained: above nought is better, whichever way the scale runs. SDQ 18 to 14 → a gain of 4. */
export const gainOf = (direction: Direction, entry: number, exit: number): number => {
  const gain = direction === 'high' ? exit - entry : entry - exit;
  return gain === 0 ? 0 : gain;
};

export const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The spread (standard deviation, n - 1) of values. Null below two values. In two passes, so that big values keep their digits. */
export const spreadOf = (values: readonly number[]): number | null => {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
};

export type MeanChange = {
  readonly n: number;
  readonly mean: number;
  /** The spread of the changes. */
  readonly spread: number;
  /** How far the mean may be out by chance: spread / √n. */
  readonly error: number;
  readonly interval: Interval;
};

/**
 * (rule impact-2) The mean of the changes with its 95 % interval, by Student's t for pairs: mean ± t(n - 1) × spread / √n.
 * Null below two pupils. Student's ten patients: 1.58 (0.70 to 2.46).
 */
export function meanChange(gains: readonly number[]): MeanChange | null {
  // In one order, so that the order of pupils cannot change the last digit.
  const sorted = gains.toSorted((a, b) => a - b);
  const mean = meanOf(sorted);
  const spread = spreadOf(sorted);
  if (mean === null || spread === null) return null;
  const error = spread / Math.sqrt(sorted.length);
  const reach = studentQuantile(0.975, sorted.length - 1) * error;
  return { n: sorted.length, mean, spread, error, interval: [mean - reach, mean + reach] };
}

export type ChangeApart = { readonly difference: number; readonly interval: Interval };

type Group = { readonly n: number; readonly mean: number; readonly spread: number };

/**
 * (rule impact-3) How much further one group came than another, with its 95 % interval, not assuming that both spread
 * alike. Welch (1947) with Satterthwaite's degrees of freedom. Each group has two pupils at least.
 */
export function intervalApart(here: Group, there: Group): ChangeApart {
  const difference = here.mean - there.mean;
  const [a, b] = [here.spread ** 2 / here.n, there.spread ** 2 / there.n];
  if (a + b === 0) return { difference, interval: [difference, difference] };
  const df = (a + b) ** 2 / (a ** 2 / (here.n - 1) + b ** 2 / (there.n - 1));
  const reach = studentQuantile(0.975, df) * Math.sqrt(a + b);
  return { difference, interval: [difference - reach, difference + reach] };
}

/** (rule impact-3) How much further these pupils came than those of earlier runs. Null below two pupils on either side. */
export function changeApart(gains: readonly number[], earlier: readonly number[]): ChangeApart | null {
  const [here, there] = [meanChange(gains), meanChange(earlier)];
  return here === null || there === null ? null : intervalApart(here, there);
}
