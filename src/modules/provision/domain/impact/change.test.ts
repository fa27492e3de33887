import fc from 'fast-check';
import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { changeApart, gainOf, meanChange } from './change.ts';

// Student (1908): hours of sleep gained by ten patients with each of two medicines; the data set `sleep` of R.
const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const apart = second.map((hours, at) => hours - (first[at] ?? Number.NaN));

const { jStat } = jstat;
const meanOfList = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
/** The variance by its other formula, from squares and the sum: no step is shared with ours. */
const varianceOf = (values: readonly number[]) =>
  (values.reduce((sum, value) => sum + value * value, 0) - values.length * meanOfList(values) ** 2) /
  (values.length - 1);

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

  it('has the interval that jStat’s Student gives, to a millionth', () => {
    fc.assert(
      fc.property(gains, (values) => {
        const half =
          jStat.studentt.inv(0.975, values.length - 1) *
          Math.sqrt(Math.max(0, varianceOf(values)) / values.length);
        const change = meanChange(values);
        expect(Math.abs((change?.interval[0] ?? Number.NaN) - (meanOfList(values) - half))).toBeLessThan(
          1e-6,
        );
        expect(Math.abs((change?.interval[1] ?? Number.NaN) - (meanOfList(values) + half))).toBeLessThan(
          1e-6,
        );
      }),
    );
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

  // statscodes.com, Welch's test with groups of six and eight: t = 0.51703, -1.935420 to 3.093754.
  it('agrees with a second printed output, of groups that are not of one size', () => {
    const six = [5.1, 2, 4.1, 6.2, 7.1, 8.3];
    const eight = [1.5, 6.4, 3.3, 5.8, 4.8, 7.2, 5.6, 4.5];
    expect(changeApart(six, eight)?.interval.map((end) => end.toFixed(6))).toEqual(['-1.935420', '3.093754']);
  });

  it('has the interval that Welch’s formula and jStat’s Student give, to a millionth', () => {
    fc.assert(
      fc.property(gains, gains, (one, other) => {
        const [v1, v2] = [varianceOf(one) / one.length, varianceOf(other) / other.length];
        fc.pre(v1 + v2 > 1e-3);
        const degrees = (v1 + v2) ** 2 / (v1 ** 2 / (one.length - 1) + v2 ** 2 / (other.length - 1));
        const half = jStat.studentt.inv(0.975, degrees) * Math.sqrt(v1 + v2);
        const difference = meanOfList(one) - meanOfList(other);
        const found = changeApart(one, other);
        expect(Math.abs((found?.interval[0] ?? Number.NaN) - (difference - half))).toBeLessThan(1e-6);
        expect(Math.abs((found?.interval[1] ?? Number.NaN) - (difference + half))).toBeLessThan(1e-6);
      }),
    );
  });

  it('is none with fewer than two pupils on a side, and a point without spread', () => {
    expect(changeApart([1], [1, 2])).toBeNull();
    expect(changeApart([3, 3], [1, 1])).toEqual({ difference: 2, interval: [2, 2] });
  });
});
