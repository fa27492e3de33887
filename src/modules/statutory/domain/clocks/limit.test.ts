import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { givenClocks } from '#test/given-clocks.ts';
import type { Given, Limit } from './clock.ts';
import {
  bankHolidaysWithin,
  beforeDay,
  days,
  daysBefore,
  daysBeginning,
  months,
  monthsBefore,
  monthsStarting,
  schoolDayAfter,
  schoolDays,
  weeks,
  workingDays,
} from './limit.ts';

const given = givenClocks({});
const sumOf = (limit: Limit, start: string, told: Given = given) => {
  const sum = limit.reckon(schoolDate(start), told);
  return sum.ok ? sum.value : sum;
};

describe('a limit', () => {
  it.each([
    [weeks(6), 'W', '6 weeks'],
    [days(15), 'W', '15 days'],
    [daysBeginning(15), 'B', '15 days beginning with the day itself'],
    [monthsStarting(12), 'P', '12 months starting with the day itself'],
    [months(1), 'M', '1 month'],
    [months(2), 'M', '2 months'],
    [months(36), 'M', '3 years'],
    [daysBefore(14), 'N', 'at least 2 weeks before'],
    [daysBefore(10), 'N', 'at least 10 days before'],
    [monthsBefore(5), 'N', 'at least 5 months before'],
    [workingDays(3), 'working days', '3 working days'],
    [schoolDays(15), 'school days', '15 school days'],
    [beforeDay('02-15'), 'X', 'before 15 February'],
    [beforeDay('03-31'), 'X', 'before 31 March'],
  ] as const)('%# says its rule and its length', (limit, rule, words) => {
    expect([limit.rule, limit.words]).toEqual([rule, words]);
  });

  it.each([
    [weeks(6), '2026-09-14', '2026-10-26', '2026-10-25', '6 weeks (42 days) after Mon 14 Sep 2026'],
    [days(15), '2026-12-09', '2026-12-24', '2026-12-23', '15 days after Wed 9 Dec 2026'],
    [daysBeginning(15), '2027-01-04', '2027-01-18', '2027-01-18', 'Mon 4 Jan 2027 is the first of 15 days'],
    [monthsStarting(12), '2026-03-09', '2027-03-08', '2027-03-08', '12 months starting with Mon 9 Mar 2026'],
    [months(2), '2026-12-31', '2027-02-28', '2027-02-28', '2 months after Thu 31 Dec 2026'],
    [daysBefore(14), '2026-11-18', '2026-11-04', '2026-11-03', '14 days before Wed 18 Nov 2026'],
    [monthsBefore(5), '2027-09-01', '2027-04-01', '2027-03-31', '5 months before Wed 1 Sep 2027'],
    [workingDays(3), '2026-12-22', '2026-12-29', '2026-12-29', '3 working days after Tue 22 Dec 2026'],
    [schoolDays(3), '2026-12-22', '2026-12-29', '2026-12-29', '3 days on which the school opens'],
    [beforeDay('02-15'), '2027-09-01', '2027-02-15', '2027-02-14', 'The law names Mon 15 Feb 2027'],
  ] as const)('%# from %s %s is due %s, safe on %s', (limit, start, dueOn, alertOn, words) => {
    expect(sumOf(limit, start)).toMatchObject({ dueOn, alertOn });
    const told = sumOf(limit, start);
    expect('steps' in told && told.steps[0]).toContain(words);
  });

  it('says which reading is safe only where there are two', () => {
    const steps = (limit: Limit) => {
      const told = sumOf(limit, '2026-09-14');
      return 'steps' in told ? told.steps.length : 0;
    };
    expect([steps(weeks(6)), steps(months(2)), steps(daysBeginning(15))]).toEqual([2, 1, 1]);
  });

  it('of working or school days is not reckoned where the bank holidays are not known', () => {
    const unknown = { ok: false, refusal: 'calendar_unknown' };
    expect(sumOf(workingDays(3), '2030-12-30')).toEqual(unknown);
    expect(sumOf(schoolDays(3), '2030-12-30')).toEqual(unknown);
    expect(sumOf(workingDays(3), '2031-05-01')).toEqual(unknown);
  });
});

describe('days left out', () => {
  it.each([
    ['2026-12-24', '2026-12-29', 'Fri 25 Dec 2026, Mon 28 Dec 2026.'],
    ['2026-12-25', '2026-12-27', 'no bank holiday falls between'],
    ['2026-12-21', '2026-12-25', 'bank holidays: Fri 25 Dec 2026.'],
    ['2026-11-02', '2026-11-20', 'no bank holiday falls between'],
  ])('after %s up to %s', (from, until, words) => {
    expect(bankHolidaysWithin(schoolDate(from), schoolDate(until))).toContain(words);
  });

  it('are looked for during three years, to the day', () => {
    const start = schoolDate('2024-01-01');
    const opensOn = (day: string): Given => ({
      ...given,
      calendar: { closures: [], isSchoolDay: (date) => date === day },
    });
    const last = addDays(start, 1100);
    expect(schoolDayAfter(start, 1, opensOn(last))).toBe(last);
    expect(schoolDayAfter(start, 1, opensOn(addDays(start, 1101)))).toBeNull();
    expect(schoolDayAfter(start, 1, opensOn(start))).toBeNull();
  });
});
