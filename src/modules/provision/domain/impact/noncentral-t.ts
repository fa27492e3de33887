import { incompleteBeta, logGamma, normalShare, placeWhere } from './distributions.ts';

/** Beyond this the first terms of the sum are too small for a computer's numbers. */
const furthest = 37;

/** The logarithm of the step x^a (1 - x)^b Γ(a + b) / (Γ(a + 1) Γ(b)). */
const step = (x: number, a: number, b: number): number =>
  Math.exp(logGamma(a + b) - logGamma(a + 1) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));

/**
 * The share of the noncentral t below `t`, with `df` degrees of freedom and noncentrality `shift` of at most 37 either
 * way. Lenth (1989), algorithm AS 243: two sums of incomplete beta functions, each stepped from the one before.
 */
export function noncentralShare(t: number, df: number, shift: number): number {
  if (t < 0) return 1 - noncentralShare(-t, df, -shift);
  const x = (t * t) / (df + t * t);
  const half = (shift * shift) / 2;
  let even = Math.exp(-half);
  let odd = (shift * Math.exp(-half)) / Math.sqrt(2 * Math.exp(2 * logGamma(1.5)));
  let evenBeta = incompleteBeta(x, 0.5, df / 2);
  let oddBeta = incompleteBeta(x, 1, df / 2);
  let left = 1 - even;
  let sum = normalShare(-shift);
  for (let j = 0; j < 5000; j += 1) {
    sum += (even * evenBeta + odd * oddBeta) / 2;
    if (left < 1e-14 && j > half) break;
    if (x > 0) {
      evenBeta -= step(x, j + 0.5, df / 2);
      oddBeta -= step(x, j + 1, df / 2);
    }
    even *= half / (j + 1);
    odd *= half / (j + 1.5);
    left -= even;
  }
  return Math.min(1, Math.max(0, sum));
}

/**
 * The noncentralities that an observed `t` cannot be told apart from at 95 %: the lower puts 2.5 % above it, the upper
 * 2.5 % below it. Steiger and Fouladi (1997). Null where an end lies beyond 37: the scores then hardly differ in change,
 * and no honest end can be given.
 */
export function noncentralityLimits(t: number, df: number): readonly [number, number] | null {
  const below = (shift: number) => -noncentralShare(t, df, shift);
  if (-below(-furthest) < 0.975 || -below(furthest) > 0.025) return null;
  return [placeWhere(below, -0.975, -furthest, furthest), placeWhere(below, -0.025, -furthest, furthest)];
}
