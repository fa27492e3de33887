import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, ageOn, schoolDate } from '#src/kernel/dates.ts';
import { keptWords, readKeptFor } from './kept-for.ts';
import { keptUntilWords, lastDayKept, type Standing, shippedRules, whyNotToGo } from './retention.ts';

const years = { sen_pupil: shippedRules.sen_pupil.years, pupil: shippedRules.pupil.years };
const gone: Standing = {
  bornOn: schoolDate('1995-05-03'),
  hadSen: true,
  isOnRoll: false,
  isHeld: false,
};
const today = schoolDate('2026-11-24');

describe('the declaration of a table (rule priv-1)', () => {
  it.each([
    ['retain: birth + 31 years', 'Until 31 years after birth'],
    [
      'retain: birth + 25 years, with SEN + 31 years',
      'Until 25 years after birth; 31 where the pupil ever had SEN',
    ],
    [
      'retain: birth + 25 years, with SEN + 31 years; without a pupil done + 6 years',
      'Until 25 years after birth; 31 where the pupil ever had SEN; about no pupil: 6 years after: done',
    ],
    ['retain: 6 years', '6 years'],
    ['retain: 1 day', '1 day'],
    ['retain: membership + 6 years', '6 years after: membership'],
    ['retain: as the pupil', 'As long as the pupil'],
    ['retain: pupil record', 'As long as the pupil record'],
    ['retain: while the school uses Sendero', 'While the school uses Sendero'],
    ['retain: derived', 'Made from other records, and gone with them'],
  ])('reads %s', (comment, words) => {
    const kept = readKeptFor(comment);
    expect(kept === null ? null : keptWords(kept)).toBe(words);
  });

  it.each([
    null,
    '',
    'keep: 6 years',
    'retain: for ever',
    'retain: six years',
    'retain: birth + years',
    'retain: birth + 25 years; without a pupil for ever',
  ])('does not read %s', (comment) => {
    expect(readKeptFor(comment)).toBeNull();
  });
});

describe('the last day of a pupil’s records', () => {
  it.each([
    ['2018-05-03', 31, '2049-05-03'],
    ['2018-05-03', 25, '2043-05-03'],
    ['2016-02-29', 25, '2041-03-01'],
    ['2016-02-29', 28, '2044-02-29'],
  ])('born %s, %i years → %s (rule priv-2)', (bornOn, count, expected) => {
    expect(lastDayKept(schoolDate(bornOn), count)).toBe(expected);
  });

  it('is the day on which that age is reached, never one earlier', () => {
    const born = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(schoolDate('1970-01-01'), days));
    fc.assert(
      fc.property(born, fc.integer({ min: 19, max: 60 }), (bornOn, count) => {
        const last = lastDayKept(bornOn, count);
        expect(ageOn(bornOn, last)).toBe(count);
        expect(ageOn(bornOn, addDays(last, -1))).toBe(count - 1);
      }),
    );
  });

  it('says the sum', () => {
    expect(keptUntilWords(gone, years)).toBe(
      'Born 3 May 1995, ever had SEN: 31 years after birth is 3 May 2026',
    );
  });
});

describe('whose records may go', () => {
  it.each<[Partial<Standing>, string | null]>([
    [{}, null],
    [{ bornOn: schoolDate('1995-11-23') }, null],
    [{ bornOn: schoolDate('1995-11-24') }, 'not_ended'],
    [{ bornOn: schoolDate('2000-05-03') }, 'not_ended'],
    [{ bornOn: schoolDate('2000-05-03'), hadSen: false }, null],
    [{ isOnRoll: true }, 'on_roll'],
    [{ isHeld: true }, 'held'],
  ])('%j: %s (rule priv-3) (rule priv-4)', (changed, expected) => {
    expect(whyNotToGo({ ...gone, ...changed }, years, today)).toBe(expected);
  });

  it('is never somebody on roll or held, however old and whatever the years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 19, max: 100 }),
        fc.boolean(),
        fc.boolean(),
        (count, isOnRoll, hadSen) => {
          const of = { ...gone, hadSen, isOnRoll, isHeld: !isOnRoll };
          expect(whyNotToGo(of, { sen_pupil: count, pupil: count }, today)).not.toBeNull();
        },
      ),
    );
  });
});
