import fc from 'fast-check';
import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { incompleteBeta, logGamma, normalShare, studentQuantile, studentShare } from './distributions.ts';
import { noncentralityLimits, noncentralShare } from './noncentral-t.ts';

const { jStat } = jstat;
const df = fc.integer({ min: 1, max: 400 });

/** The area under Student's curve from nought to `t`, by Simpson's rule: a second way that knows no beta function. */
function studentBySteps(t: number, degrees: number): number {
  const steps = 20_000;
  const width = t / steps;
  const height = (x: number) => (1 + (x * x) / degrees) ** (-(degrees + 1) / 2);
  let sum = height(0) + height(t);
  for (let at = 1; at < steps; at += 1) sum += (at % 2 === 1 ? 4 : 2) * height(at * width);
  const scale = Math.exp(jStat.gammaln((degrees + 1) / 2) - jStat.gammaln(degrees / 2));
  return 0.5 + (scale * (sum * width)) / 3 / Math.sqrt(degrees * Math.PI);
}

describe('the distributions', () => {
  // Printed in every table of Student's t.
  it.each([
    [1, 12.706],
    [4, 2.776],
    [9, 2.262],
    [29, 2.045],
    [120, 1.98],
  ])('have the 97.5 %% point of the tables for %i degrees of freedom', (degrees, printed) => {
    expect(studentQuantile(0.975, degrees)).toBeCloseTo(printed, 3);
  });

  it('agree with jStat, to a millionth', () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), df, (t, degrees) => {
        expect(Math.abs(studentShare(t, degrees) - jStat.studentt.cdf(t, degrees))).toBeLessThan(1e-6);
        expect(Math.abs(normalShare(t) - jStat.normal.cdf(t, 0, 1))).toBeLessThan(1e-6);
      }),
    );
  });

  it('agree with jStat in gamma and beta', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, x) => {
          expect(Math.abs(logGamma(a) - jStat.gammaln(a))).toBeLessThan(1e-9 * Math.max(1, logGamma(a)));
          expect(Math.abs(incompleteBeta(x, a, b) - jStat.ibeta(x, a, b))).toBeLessThan(1e-6);
        },
      ),
    );
  });

  it.each([
    [0.5, 3],
    [2.262, 9],
    [6, 30],
  ])('agree with an area measured by steps: t %d with %i degrees', (t, degrees) => {
    expect(Math.abs(studentShare(t, degrees) - studentBySteps(t, degrees))).toBeLessThan(1e-9);
  });

  it('give back the share that a quantile was asked for', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), df, (p, degrees) => {
        expect(studentShare(studentQuantile(p, degrees), degrees)).toBeCloseTo(p, 9);
      }),
    );
  });
});

describe('the noncentral t', () => {
  it('agrees with jStat to a millionth', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -12, max: 12, noNaN: true }),
        fc.integer({ min: 2, max: 150 }),
        fc.double({ min: -8, max: 8, noNaN: true }),
        (t, degrees, shift) => {
          const ours = noncentralShare(t, degrees, shift);
          expect(Math.abs(ours - jStat.noncentralt.cdf(t, degrees, shift))).toBeLessThan(1e-6);
        },
      ),
    );
  });

  it('is Student’s t without a shift', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), df, (t, degrees) => {
        expect(Math.abs(noncentralShare(t, degrees, 0) - studentShare(t, degrees))).toBeLessThan(1e-6);
      }),
    );
  });

  // The example of conf.limits.nct in the R package MBESS (Kelley 2007), t = 2.83 with 126 degrees of freedom.
  it('has the limits of the published example of MBESS', () => {
    const [low, high] = noncentralityLimits(2.83, 126) ?? [0, 0];
    expect(low).toBeCloseTo(0.83375026, 7);
    expect(high).toBeCloseTo(4.81535914, 7);
  });

  it('gives no limits where the change hardly differs between pupils', () => {
    expect(noncentralityLimits(1e6, 9)).toBeNull();
    expect(noncentralityLimits(-1e6, 9)).toBeNull();
  });
});
