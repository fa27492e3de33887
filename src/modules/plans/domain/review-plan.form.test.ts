import { describe, expect, it } from 'vitest';
import { noAttempt } from '#src/kernel/form.ts';
import { target } from '#test/given-plans.ts';
import { besideTargets, isAsDrawn, reviewLine, reviewPlanForm, reviewsTyped } from './review-plan.form.ts';

describe('what was typed as a review', () => {
  const targets = [target(), target()];
  it('is read row by row', () => {
    const typed = { rating1: '4', decision1: 'close', rating2: '2', decision2: 'carry', words2: 'Reads 20' };
    expect(reviewsTyped(typed, targets)).toEqual({
      ok: true,
      reviews: [
        { targetId: targets[0]?.targetId, rating: 4, decision: 'close', words: null },
        { targetId: targets[1]?.targetId, rating: 2, decision: 'carry', words: 'Reads 20' },
      ],
    });
  });

  it.each([
    [{ rating1: '6', decision1: 'close', rating2: '2', decision2: 'carry' }, ['rating1']],
    [{ rating1: '1', rating2: '2', decision2: 'drop' }, ['decision1', 'decision2']],
    [{}, ['rating1', 'decision1', 'rating2', 'decision2']],
  ])('%j lacks %j', (typed, missing) => {
    const read = reviewsTyped(typed, targets);
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual(missing);
  });
});

describe('a form of a review', () => {
  const [one, other] = [target(), target()];
  const drawn = { target1: one.targetId, mark1: '0', target2: other.targetId, mark2: '3' };
  const now = [
    { targetId: one.targetId, markVersion: 0 },
    { targetId: other.targetId, markVersion: 3 },
  ];

  it.each([
    ['the same', now, true],
    ['marked meanwhile', now.map((row) => ({ ...row, markVersion: row.markVersion + 1 })), false],
    ['in another order', now.toReversed(), false],
    ['one more', [...now, { targetId: target().targetId, markVersion: 0 }], false],
  ])('knows whether the plan is as it was drawn from: %s', (_, targets, isSame) => {
    expect(isAsDrawn(drawn, targets)).toBe(isSame);
  });

  it('loses nothing when targets change places or go', () => {
    const values = { ...drawn, words1: 'Reads 25', rating2: '4', words2: 'Asks for help', said: 'Glad' };
    const errors = { rating1: 'Select the progress with target 1' };
    const third = target();
    expect(besideTargets({ values, errors }, [third, one])).toEqual({
      attempt: {
        values: expect.objectContaining({ target2: one.targetId, words2: 'Reads 25', said: 'Glad' }),
        errors: { rating2: 'Select the progress with target 1' },
      },
      left: ['Asks for help'],
    });
    expect(besideTargets(noAttempt, [one])).toEqual({ attempt: noAttempt, left: [] });
  });

  it('takes a plan of forty targets', () => {
    expect(Object.keys(reviewPlanForm.fields)).toContain('rating40');
  });

  it('says a review in a line', () => {
    expect(reviewLine({ rating: 3, decision: 'carry', words: 'Reads 25' })).toBe(
      '3 about half way · Carry on · Reads 25',
    );
  });
});
