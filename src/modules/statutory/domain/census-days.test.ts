import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plain, schoolDate } from '#src/kernel/dates.ts';
import { censusDayOn, censusDaysOf, lastCensusDay, nextCensusDay } from './census-days.ts';

describe('census days', () => {
  it.each([
    [2024, '2024-10-03', '2025-01-16', '2025-05-15'],
    [2025, '2025-10-02', '2026-01-15', '2026-05-21'],
    [2026, '2026-10-01', '2027-01-21', '2027-05-20'],
    [2027, '2027-10-07', '2028-01-20', '2028-05-18'],
    [2028, '2028-10-05', '2029-01-18', '2029-05-17'],
    [2029, '2029-10-04', '2030-01-17', '2030-05-16'],
  ])('of the year from %i are as in the table (rule census-1)', (firstYear, autumn, spring, summer) => {
    expect(censusDaysOf(firstYear).map((day) => day.on)).toEqual([autumn, spring, summer]);
  });

  it('collect needs in spring alone (rule census-2)', () => {
    expect(censusDaysOf(2026).filter((day) => day.collectsNeeds)).toEqual([
      { season: 'spring', on: '2027-01-21', collectsNeeds: true },
    ]);
  });

  it.each([
    ['2026-11-22', '2027-01-21', '2026-10-01'],
    ['2026-10-01', '2026-10-01', '2026-10-01'],
    ['2026-12-31', '2027-01-21', '2026-10-01'],
    ['2027-01-01', '2027-01-21', '2026-10-01'],
    ['2027-05-21', '2027-10-07', '2027-05-20'],
  ])('around %s are next %s and last %s', (today, next, last) => {
    expect(nextCensusDay(schoolDate(today)).on).toBe(next);
    expect(lastCensusDay(schoolDate(today)).on).toBe(last);
  });

  it('are Thursdays, and the next is never before the day nor the last after it', () => {
    const someDay = fc
      .integer({ min: 0, max: 20_000 })
      .map((days) => addDays(schoolDate('2000-01-01'), days));
    fc.assert(
      fc.property(someDay, (day) => {
        const [last, next] = [lastCensusDay(day).on, nextCensusDay(day).on];
        return last <= day && next >= day && plain(last).dayOfWeek === 4 && plain(next).dayOfWeek === 4;
      }),
    );
  });
});

describe('a day taken as a census day', () => {
  it.each([
    ['2026-10-08', 'autumn', false],
    ['2026-12-31', 'autumn', false],
    ['2027-01-28', 'spring', true],
    ['2027-03-31', 'spring', true],
    ['2027-04-01', 'summer', false],
    ['2027-08-31', 'summer', false],
    ['2027-09-01', 'autumn', false],
  ])('%s is of the %s census', (on, season, collectsNeeds) => {
    expect(censusDayOn(schoolDate(on))).toEqual({ season, on, collectsNeeds });
  });

  it('is of the season of the rule on every census day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2010, max: 2060 }), (year) => {
        for (const day of censusDaysOf(year)) expect(censusDayOn(day.on)).toEqual(day);
      }),
    );
  });
});
