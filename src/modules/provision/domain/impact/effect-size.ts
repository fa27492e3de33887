import { type Direction, gainOf, type Interval, meanChange, spreadOf } from './change.ts';
import { logGamma } from './distributions.ts';
import { noncentralityLimits } from './noncentral-t.ts';

export type Pair = { readonly entry: number; readonly exit: number };

export type EffectSize = {
  /** What one unit of it is: the spread of the test's norms, or of this group's own scores. */
  readonly unit: 'norms' | 'group';
  /** The mean change in those units, and Hedges's correction for small groups where the unit comes from the group. */
  readonly size: number;
  readonly interval: Interval | null;
};

/** (rule impact-5) Hedges's correction: Γ(df/2) / (√(df/2) Γ((df - 1)/2)). It takes 8.6 % off with 9 degrees of freedom. */
export const hedgesCorrection = (df: number): number | null =>
  df < 2 ? null : Math.exp(logGamma(df / 2) - logGamma((df - 1) / 2)) / Math.sqrt(df / 2);

export type PairedEffect = {
  /** The mean change in spreads of the changes: Cohen's d for pairs (d_z), and its exact interval. */
  readonly dz: number;
  readonly dzInterval: Interval | null;
  /** The mean change in spreads of the scores (d_av): the root of the mean of both variances. */
  readonly d: number;
  readonly dInterval: Interval | null;
  /** `d` with Hedges's correction. */
  readonly g: number;
};

/**
 * (rule impact-4) Cohen's d of paired scores. The interval of d_z comes exactly from the noncentral t; that of d_av is the
 * same, rescaled, after Algina and Keselman (2003). Null below three pupils, or where scores or changes do not spread.
 */
export function pairedEffect(pairs: readonly Pair[], direction: Direction): PairedEffect | null {
  const change = meanChange(pairs.map(({ entry, exit }) => gainOf(direction, entry, exit)));
  const before = spreadOf(pairs.map(({ entry }) => entry).toSorted((a, b) => a - b));
  const after = spreadOf(pairs.map(({ exit }) => exit).toSorted((a, b) => a - b));
  const correction = hedgesCorrection(pairs.length - 1);
  if (change === null || before === null || after === null || correction === null) return null;
  const unit = Math.sqrt((before ** 2 + after ** 2) / 2);
  if (change.spread === 0 || unit === 0) return null;
  const limits = noncentralityLimits(change.mean / change.error, change.n - 1);
  const scaled = (by: number): Interval | null => (limits === null ? null : [limits[0] * by, limits[1] * by]);
  const d = change.mean / unit;
  return {
    dz: change.mean / change.spread,
    dzInterval: scaled(1 / Math.sqrt(change.n)),
    d,
    dInterval: scaled(change.spread / unit / Math.sqrt(change.n)),
    g: d * correction,
  };
}

/**
 * (rule impact-6) The effect size to show. With a test of known norms: mean change / the norms' spread, its interval that
 * of the mean change / the same, as that spread is no estimate. Else d_av with Hedges's correction, on both its ends too.
 */
export function effectSize(
  pairs: readonly Pair[],
  { direction, sd }: { readonly direction: Direction; readonly sd: number | null },
): EffectSize | null {
  if (sd !== null && sd > 0) {
    const change = meanChange(pairs.map(({ entry, exit }) => gainOf(direction, entry, exit)));
    if (change === null) return null;
    return {
      unit: 'norms',
      size: change.mean / sd,
      interval: [change.interval[0] / sd, change.interval[1] / sd],
    };
  }
  const paired = pairedEffect(pairs, direction);
  if (paired === null) return null;
  const corrected = paired.d === 0 ? 1 : paired.g / paired.d;
  const ends = paired.dInterval;
  return {
    unit: 'group',
    size: paired.g,
    interval: ends === null ? null : [ends[0] * corrected, ends[1] * corrected],
  };
}
