import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeApart, gainOf, meanChange } from './change.ts';

// Student (1908): hours of sleep gained by ten patients with each of two medicines; the data set `sleep` of R.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const apart = second.map((hours, at) => hours - (first[at] ?? Number.NaN));

const gains = fc.array(fc.integer({ min: -60, max: 60 }), { minLength: 2, maxLength: 40 });

// (rule impact-1)
describe('a gain', () => {
  it.each([
    ['high', 85, 92, 7],
    ['high', 92, 85, -7],
    ['low', 18, 14, 4],
    ['low', 14, 18, -4],
    ['low', 14, 14, 0],
  ] as const)('on a scale where %s is good, from %i to %i, is %i', (direction, entry, exit, gain) => {
    expect(gainOf(direction, entry, exit)).toBe(gain);
  });

  it('turns its sign with the scale', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (entry, exit) => {
        expect(gainOf('low', entry, exit) + gainOf('high', entry, exit)).toBe(0);
      }),
    );
  });
});

// (rule impact-2)
describe('the mean change', () => {
  // t.test(extra ~ group, data = sleep, paired = TRUE) prints t = -4.0621, df = 9, mean -1.58, -2.4598858 to -0.7001142.
  it('agrees with R for Student’s ten patients, in every digit', () => {
    const change = meanChange(apart);
    expect(change?.mean).toBeCloseTo(1.58, 10);
    expect(change?.interval[0].toFixed(7)).toBe('0.7001142');
    expect(change?.interval[1].toFixed(7)).toBe('2.4598858');
    expect(((change?.mean ?? 0) / (change?.error ?? 1)).toFixed(4)).toBe('4.0621');
  });

  it.each([[[]], [[5]]])('is none for %j', (values) => {
    expect(meanChange(values)).toBeNull();
  });

  it('is one point wide, not NaN, where all changed alike', () => {
    expect(meanChange([4, 4, 4])).toEqual({ n: 3, mean: 4, spread: 0, error: 0, interval: [4, 4] });
  });

  it('keeps its digits with huge values', () => {
    expect(meanChange([1e9 + 1, 1e9 + 2, 1e9 + 3])?.spread).toBe(1);
  });

  it('does not depend on the order of pupils, and lies within its interval', () => {
    fc.assert(
      fc.property(gains, (values) => {
        const change = meanChange(values);
        expect(meanChange(values.toReversed())).toEqual(change);
        expect(change?.interval[0]).toBeLessThanOrEqual(change?.mean ?? Number.NaN);
        expect(change?.interval[1]).toBeGreaterThanOrEqual(change?.mean ?? Number.NaN);
      }),
    );
  });

  it('turns with the scale', () => {
    fc.assert(
      fc.property(gains, (values) => {
        const [there, back] = [meanChange(values), meanChange(values.map((value) => -value))];
        expect(back?.mean).toBeCloseTo(-(there?.mean ?? Number.NaN), 9);
        expect(back?.interval[0]).toBeCloseTo(-(there?.interval[1] ?? Number.NaN), 9);
      }),
    );
  });
});

// (rule impact-3)
describe('a change beside that of earlier runs', () => {
  // t.test(extra ~ group, data = sleep) prints df = 17.776, -3.3654832 to 0.2054832.
  it('agrees with R’s Welch test of the same data, in every digit', () => {
    const { difference, interval } = changeApart(first, second) ?? { difference: 0, interval: [0, 0] };
    expect(difference).toBeCloseTo(-1.58, 10);
    expect(interval.map((end) => end.toFixed(7))).toEqual(['-3.3654832', '0.2054832']);
  });

  it('is none with fewer than two pupils on a side, and a point without spread', () => {
    expect(changeApart([1], [1, 2])).toBeNull();
    expect(changeApart([3, 3], [1, 1])).toEqual({ difference: 2, interval: [2, 2] });
  });
});
