import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDays, checkedDay, daysBetween, plain, schoolDate } from './dates.ts';

const someDay = fc
  .record({
    year: fc.integer({ min: 1890, max: 2110 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map((parts) => schoolDate(Temporal.PlainDate.from(parts).toString()));

describe('days', () => {
  it('are added and counted as the calendar has them, leap days and all', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -20_000, max: 20_000 }), (day, by) => {
        const reached = addDays(day, by);
        expect(reached).toBe(Temporal.PlainDate.from(day).add({ days: by }).toString());
        expect(daysBetween(day, reached)).toBe(by);
        expect(plain(reached).toString()).toBe(reached);
      }),
    );
  });

  it('are whole: half a day is a mistake', () => {
    expect(() => addDays(schoolDate('2026-11-24'), 0.5)).toThrow(RangeError);
  });

  it('are said so that a person can check them', () => {
    expect(checkedDay(schoolDate('2026-09-14'))).toBe('Mon 14 Sep 2026');
  });
});
