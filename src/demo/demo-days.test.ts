import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, plain, schoolDate } from '#src/kernel/dates.ts';
import { backToWeekday, dateFrom, dayNumber, onWeekday, weekdayOf } from './demo-days.ts';

const epoch = schoolDate('1970-01-01');
const someNumber = fc.integer({ min: -30_000, max: 60_000 });

describe('days as numbers', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2026-11-22', 20_779],
  ])('%s is %i', (date, number) => {
    expect(dayNumber(schoolDate(date))).toBe(number);
  });

  it('agree with the calendar', () => {
    fc.assert(
      fc.property(someNumber, (number) => {
        const date = addDays(epoch, number);
        expect(dateFrom(number)).toBe(date);
        expect(dayNumber(date)).toBe(daysBetween(epoch, date));
        expect(weekdayOf(number)).toBe(plain(date).dayOfWeek);
      }),
    );
  });

  it('move from a weekend to Monday or Friday, and otherwise stay', () => {
    fc.assert(
      fc.property(someNumber, (number) => {
        const moves = [onWeekday(number) - number, backToWeekday(number) - number];
        const expected = { 6: [2, -1], 7: [1, -2] }[weekdayOf(number)] ?? [0, 0];
        expect(moves).toEqual(expected);
      }),
    );
  });
});
