import { describe, expect, it } from 'vitest';
import { meanChange } from './change.ts';
import { costOfChange } from './cost-of-change.ts';
import { decimalsFor, figure, signed, withInterval } from './figure-words.ts';
import { judge, type ToJudge } from './verdict.ts';

const given = (of: Partial<ToJudge> = {}): ToJudge => ({
  delivery: { planned: 20, held: 18 },
  pupils: 6,
  beyond: meanChange([6, 8, 5, 9, 7, 6]),
  steps: 'equal',
  hasNorms: true,
  effect: { unit: 'norms', size: 0.46, interval: [0.36, 0.56] },
  reliable: ['same', 'same', 'same', 'same', 'same', 'same'],
  apart: null,
  ...of,
});
const level = meanChange([-4, 3, 1, -2, 2, 0]);
const fell = meanChange([-6, -4, -5, -7, -3, -5]);
const small = { unit: 'norms', size: 0.1, interval: [0.05, 0.15] } as const;

// (rule impact-12)
describe('the verdict', () => {
  it.each([
    ['not_enough_data', 'not_enough_delivered', { delivery: { planned: 20, held: 14 }, beyond: null }],
    ['not_enough_data', 'too_few_pupils', { beyond: null }],
    ['not_enough_data', 'too_few_pupils', { beyond: meanChange([9, 9, 8, 9]), pupils: 4 }],
    ['not_enough_data', 'too_many_untested', { pupils: 10 }],
    ['not_enough_data', 'unequal_steps', { steps: 'none' }],
    ['not_enough_data', 'no_spread', { beyond: meanChange([3, 3, 3, 3, 3]), pupils: 5 }],
    ['stop', 'fell_behind', { beyond: fell }],
    ['stop', 'fell', { beyond: fell, hasNorms: false }],
    [
      'stop',
      'more_declined',
      { beyond: level, reliable: ['declined', 'declined', 'same', 'same', 'improved', 'same'] },
    ],
    ['keep', 'more_than_expected', {}],
    ['keep', 'gained', { hasNorms: false }],
    ['keep', 'gained', { hasNorms: false, effect: null }],
    ['change', 'small_effect', { effect: small }],
    [
      'keep',
      'half_improved',
      { beyond: level, reliable: ['improved', 'improved', 'improved', 'same', 'same', 'same'] },
    ],
    ['change', 'kept_pace', { beyond: level }],
    ['change', 'chance', { beyond: level, hasNorms: false }],
  ] as const)('is %s because of %s', (verdict, reason, of) => {
    const judged = judge(given(of));
    expect(judged.verdict).toBe(verdict);
    expect(judged.reasons[0]).toBe(reason);
  });

  it('goes by the delivery before anything else', () => {
    const little = { planned: 12, held: 8 };
    expect(judge(given({ delivery: little })).reasons).toEqual(['not_enough_delivered']);
    // Nothing was planned as sessions, so nothing can be lacking.
    expect(judge(given({ delivery: { planned: 0, held: 0 } })).verdict).toBe('keep');
  });

  it('tells what else weakens it', () => {
    expect(
      judge(given({ hasNorms: false, steps: 'ages', apart: { difference: -4, interval: [-7, -1] } })).reasons,
    ).toEqual(['gained', 'no_norms', 'ages', 'less_than_before']);
  });
});

// (rule impact-13)
describe('the cost of change', () => {
  it('is for each pupil, and for each point where there surely is a gain', () => {
    expect(costOfChange(90_000, 6, meanChange([5, 4, 6, 5, 5, 5]))).toEqual({
      pencePerPupil: 15_000,
      pencePerPoint: 3_000,
    });
  });

  it.each([
    ['no figure of cost', null, 6, level, null],
    ['nobody', 90_000, 0, level, null],
    ['a gain that may be none', 90_000, 6, level, 15_000],
    ['a loss', 90_000, 6, fell, 15_000],
    ['no gain at all', 90_000, 6, meanChange([0, 0, 0]), 15_000],
    ['no scores', 90_000, 6, null, 15_000],
  ])('never divides by nought: %s', (_, pence, pupils, change, each) => {
    expect(costOfChange(pence, pupils, change)).toEqual({ pencePerPupil: each, pencePerPoint: null });
  });
});

// (rule impact-16)
describe('figures in words', () => {
  it.each([
    [4, 0],
    [1, 0],
    [0.3, 1],
    [0.04, 2],
    [0, 2],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 0],
  ])('an uncertainty of %d is worth %i decimals', (error, decimals) => {
    expect(decimalsFor(error)).toBe(decimals);
  });

  it('carry a true minus and no minus before nought', () => {
    expect(figure(-3.2, 1)).toBe('−3.2');
    expect(figure(-0.04, 1)).toBe('0.0');
    expect(signed(0.04, 1)).toBe('0.0');
    expect(signed(5.64, 0)).toBe('+6');
    expect(withInterval(5.64, [1.5, 9.8])).toBe('+6 (+2 to +10)');
    expect(withInterval(-0.4, [-0.9, 0.1])).toBe('−0.4 (−0.9 to +0.1)');
    expect(withInterval(2.5, null)).toBe('+2.5');
  });
});
