import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plain, schoolDate } from '#src/kernel/dates.ts';
import { dayNumber, dayOfNumber, weekdayOf, weekOf } from './day-number.ts';

describe('days as numbers', () => {
  it.each([
    ['2000-01-03', 0],
    ['1999-12-31', -3],
    ['2000-02-29', 57],
    ['2026-11-23', 9821],
  ])('%s is %i', (text, number) => {
    expect(dayNumber(schoolDate(text))).toBe(number);
    expect(dayOfNumber(number)).toBe(text);
  });

  it('agree with the calendar on every day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 60_000 }), (days) => {
        const date = addDays(schoolDate('2000-01-03'), days);
        expect(dayNumber(date)).toBe(days);
        expect(dayOfNumber(days)).toBe(date);
        expect(weekdayOf(days)).toBe(plain(date).dayOfWeek);
        expect(weekOf(days)).toBe(Math.floor(days / 7));
      }),
    );
  });
});
