import fc from 'fast-check';
import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { effectSize, hedgesCorrection, pairedEffect } from './effect-size.ts';

const pairsOf = (entries: readonly number[], exits: readonly number[]) =>
  entries.map((entry, at) => ({ entry, exit: exits[at] ?? Number.NaN }));

// Lakens (2013), table 1: ten people rate two films; M 8.7 and 7.7, t(9) = 4.74, d_z 1.50, d_av 1.13.
const films = pairsOf([9, 6, 7, 8, 7, 9, 8, 8, 8, 7], [9, 7, 8, 9, 8, 9, 9, 10, 9, 9]);
// Student (1908), the data set `sleep` of R. cohens_d(…, paired = TRUE) of effectsize prints -1.28 [-2.12, -0.41].
const sleep = pairsOf(
  [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2],
  [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
);
const scores = fc.array(
  fc.record({ entry: fc.integer({ min: 55, max: 145 }), exit: fc.integer({ min: 55, max: 145 }) }),
  { minLength: 3, maxLength: 30 },
);

// (rule impact-5)
describe('Hedges’s correction', () => {
  // Hedges (1981): exactly, and by his approximation 1 - 3 / (4 df - 1).
  it.each([2, 9, 30, 120])('is close to its approximation with %i degrees of freedom', (df) => {
    expect(hedgesCorrection(df)).toBeCloseTo(1 - 3 / (4 * df - 1), df < 5 ? 1 : 3);
  });

  it('agrees with a gamma function that is not ours', () => {
    const { gammaln } = jstat.jStat;
    for (let df = 2; df < 200; df += 1)
      expect(hedgesCorrection(df)).toBeCloseTo(
        Math.exp(gammaln(df / 2) - gammaln((df - 1) / 2)) / Math.sqrt(df / 2),
        9,
      );
    expect(hedgesCorrection(1)).toBeNull();
  });
});

// (rule impact-4)
describe('Cohen’s d of pairs', () => {
  it('agrees with Lakens’s example', () => {
    const effect = pairedEffect(films, 'high');
    expect(effect?.dz.toFixed(2)).toBe('1.50');
    expect(effect?.d.toFixed(2)).toBe('1.13');
  });

  it('agrees with the published figures for Student’s patients', () => {
    const effect = pairedEffect(sleep, 'high');
    expect(effect?.dz.toFixed(2)).toBe('1.28');
    expect(effect?.dzInterval?.map((end) => end.toFixed(2))).toEqual(['0.41', '2.12']);
    expect(((effect?.dz ?? 0) * (hedgesCorrection(9) ?? 0)).toFixed(2)).toBe('1.17');
  });

  // hedges_g(extra_1 - extra_2) prints -1.17 [-1.94, -0.38]; repeated_measures_d(…, method = "av") prints -0.76: the page
  // on standardized differences of the R package effectsize.
  it('agrees with the printed Hedges’s g of Student’s patients and its interval, in every digit', () => {
    const effect = pairedEffect(sleep, 'high');
    const correction = hedgesCorrection(9) ?? 0;
    expect(((effect?.dz ?? 0) * correction).toFixed(2)).toBe('1.17');
    expect(effect?.dzInterval?.map((end) => (end * correction).toFixed(2))).toEqual(['0.38', '1.94']);
    expect(effect?.g.toFixed(2)).toBe('0.76');
  });

  // MATLAB Answers 1981089: cohen.d of effsize, within = FALSE, prints -1.744163; meanEffectSize of MATLAB prints -1.0851.
  it('agrees with two programs on five pairs', () => {
    const effect = pairedEffect(pairsOf([10, 12, 15, 8, 11], [14, 18, 16, 12, 13]), 'low');
    expect(effect?.dz.toFixed(6)).toBe('-1.744163');
    expect(effect?.g.toFixed(4)).toBe('-1.0851');
  });

  it('has an interval whose ends put 2.5 % beyond what was seen, by jStat', () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const effect = pairedEffect(pairs, 'high');
        if (effect?.dzInterval == null || Math.abs(effect.dz) > 3) return;
        const root = Math.sqrt(pairs.length);
        const beyond = (end: number) =>
          jstat.jStat.noncentralt.cdf(effect.dz * root, pairs.length - 1, end * root);
        expect(Math.abs(beyond(effect.dzInterval[0]) - 0.975)).toBeLessThan(1e-6);
        expect(Math.abs(beyond(effect.dzInterval[1]) - 0.025)).toBeLessThan(1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['nobody', []],
    ['one pupil', [{ entry: 80, exit: 90 }]],
    ['two pupils', pairsOf([80, 85], [90, 88])],
    ['changes that do not spread', pairsOf([80, 85, 90], [84, 89, 94])],
    ['scores that do not spread', pairsOf([80, 80, 80], [80, 80, 80])],
  ])('is none for %s', (_, pairs) => {
    expect(pairedEffect(pairs, 'high')).toBeNull();
  });

  it('turns with the scale, holds no NaN, and does not depend on the order of pupils', () => {
    fc.assert(
      fc.property(scores, (pairs) => {
        const there = pairedEffect(pairs, 'high');
        const back = pairedEffect(pairs, 'low');
        expect(pairedEffect(pairs.toReversed(), 'high')).toEqual(there);
        expect(JSON.stringify(there)).not.toContain(':null,');
        if (there !== null) expect(back?.d).toBeCloseTo(-there.d, 9);
      }),
      { numRuns: 40 },
    );
  });
});

// (rule impact-6)
describe('the effect size to show', () => {
  it('is in spreads of the norms where the test has them', () => {
    const effect = effectSize(pairsOf([80, 85, 90], [86, 88, 99]), { direction: 'high', sd: 15 });
    expect(effect).toMatchObject({ unit: 'norms', size: 0.4 });
    // Gains 6, 3 and 9: 6 ± 4.302653 × 3 / √3, divided by 15.
    expect(effect?.interval?.map((end) => end.toFixed(4))).toEqual(['-0.0968', '0.8968']);
  });

  it('is in spreads of the group’s scores elsewhere, corrected for a small group', () => {
    const effect = effectSize(films, { direction: 'high', sd: null });
    expect(effect?.unit).toBe('group');
    expect(effect?.size).toBeCloseTo((pairedEffect(films, 'high')?.d ?? 0) * 0.91387, 4);
    expect(effect?.interval?.[0]).toBeGreaterThan(0);
  });

  it('is none where nothing can be said', () => {
    expect(effectSize([{ entry: 1, exit: 2 }], { direction: 'high', sd: 15 })).toBeNull();
    expect(effectSize([{ entry: 1, exit: 2 }], { direction: 'high', sd: null })).toBeNull();
  });
});
