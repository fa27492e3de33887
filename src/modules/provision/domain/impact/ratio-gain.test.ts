import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { expectedGain } from './judged-measure.ts';
import { ratioBand, ratioGain } from './ratio-gain.ts';

const enteredOn = schoolDate('2026-01-05');
const ages = (entry: number, exit: number, days: number) => ({
  entry,
  exit,
  enteredOn,
  leftOn: addDays(enteredOn, days),
});

// (rule impact-9)
describe('the ratio gain', () => {
  it('is months gained for each month that passed', () => {
    // 9 months of reading age in half a year of 182.625 days.
    expect(ratioGain([ages(84, 93, 183)])?.ratio).toBeCloseTo(1.5, 2);
  });

  it('is that of the group’s means, not a mean of ratios', () => {
    const [short, long] = [ages(80, 86, 60), ages(80, 86, 300)];
    // 6 months gained on average in 180 days, 5.914 months.
    expect(ratioGain([short, long])?.ratio).toBeCloseTo(6 / 5.914, 3);
    expect(ratioGain([long, short])).toEqual(ratioGain([short, long]));
  });

  it('is not told of nobody, of two tests in one week, or of an exit before its entry', () => {
    expect(ratioGain([])).toBeNull();
    expect(ratioGain([ages(80, 90, 7)])).toBeNull();
    expect(ratioGain([ages(80, 90, 0)])).toBeNull();
    expect(ratioGain([ages(80, 90, -100)])).toBeNull();
  });

  it('goes below nought where ages fell', () => {
    expect(ratioGain([ages(90, 84, 183)])).toMatchObject({ band: 'fell behind' });
  });
});

// (rule impact-10)
describe('how Brooks reads a ratio', () => {
  it.each([
    [-1, 'fell behind'],
    [0.9, 'fell behind'],
    [1, 'doubtful'],
    [1.3, 'doubtful'],
    [1.4, 'modest'],
    [2, 'useful'],
    [3, 'substantial'],
    [4, 'remarkable'],
    [9, 'remarkable'],
  ] as const)('%d is %s', (ratio, band) => {
    expect(ratioBand(ratio)).toBe(band);
  });
});

// (rule impact-11)
describe('the gain that is expected anyway', () => {
  it.each([
    ['standard', 0],
    ['scaled', 0],
    ['percentile', 0],
    ['age_months', 6],
    ['raw', null],
    ['rating', null],
    ['count', null],
  ] as const)('%s in six months: %s', (kind, gain) => {
    expect(expectedGain(kind, 6)).toBe(gain);
  });
});
