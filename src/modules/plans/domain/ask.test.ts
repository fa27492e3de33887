import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { answersForm, answersTyped } from './ask.form.ts';
import { isInTerm, weekOf } from './ask.ts';

const day = schoolDate;

describe('the week of an ask', () => {
  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2027-01-01', '2026-12-28'],
  ])('of %s begins on %s', (on, monday) => {
    expect(weekOf(day(on))).toBe(monday);
  });

  it.each([
    ['2026-10-19', true],
    ['2026-10-26', false],
    ['2026-12-21', false],
  ])('%s is one of school: %s', (on, isSo) => {
    const halfTerm = { from: day('2026-10-26'), until: day('2026-10-30') };
    const terms = [{ name: 'Autumn', from: day('2026-09-01'), until: day('2026-12-18'), halfTerm }];
    expect(isInTerm(terms, day(on))).toBe(isSo);
    expect(isInTerm([], day(on))).toBe(true);
  });
});

describe('the answers to an ask', () => {
  const typed = (values: Record<string, unknown>) => answersTyped(answersForm.schema.parse(values));
  it('are those that say something, or that there is nothing to say', () => {
    expect(
      typed({
        item1: 'a',
        words1: ' Reads 25 ',
        item2: 'b',
        words2: ' ',
        item3: 'c',
        nothing3: 'yes',
        item4: 'd',
        words4: 'New words',
        version4: '3',
      }),
    ).toEqual([
      { askItemId: 'a', words: 'Reads 25', nothing: false, version: 0 },
      { askItemId: 'c', words: null, nothing: true, version: 0 },
      { askItemId: 'd', words: 'New words', nothing: false, version: 3 },
    ]);
  });

  it('prefer the words where both are given', () => {
    expect(typed({ item1: 'a', words1: 'Reads 25', nothing1: 'yes' })).toMatchObject([
      { words: 'Reads 25', nothing: false },
    ]);
  });
});
