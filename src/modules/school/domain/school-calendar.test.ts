import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import {
  addSchoolDays,
  isDayKnown,
  isSchoolDay,
  nextSchoolDay,
  previousSchoolDay,
  type SchoolCalendar,
  schoolDaysBetween,
  schoolDayWhy,
  weekInWords,
  weekOfTerm,
} from './school-calendar.ts';
import { typicalYear } from './typical-year.ts';

const dates = (...texts: string[]) => texts.map(schoolDate);
const calendar: SchoolCalendar = {
  terms: ['2025/26', '2026/27', '2027/28'].flatMap((year) => typicalYear(year).terms),
  insetDays: dates('2026-09-01', '2026-09-02', '2026-11-02', '2027-01-04'),
  closures: [{ from: schoolDate('2027-02-02'), reopensOn: schoolDate('2027-02-04'), reason: 'Snow' }],
  bankHolidays: dates('2026-12-25', '2026-12-28', '2027-05-03', '2028-04-17', '2028-05-01'),
};
const isOpen = (date: string) => isSchoolDay(calendar, schoolDate(date));
const someDay = fc.integer({ min: 0, max: 1060 }).map((days) => addDays(schoolDate('2025-09-01'), days));
const someCount = fc.integer({ min: -200, max: 200 }).filter((count) => count !== 0);

describe('a school day', () => {
  it.each([
    ['2026-09-03', true, 'the first day for pupils'],
    ['2026-09-02', false, 'INSET'],
    ['2026-10-23', true, 'the Friday before half term'],
    ['2026-10-26', false, 'half term'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-12-18', true, 'the last day of term'],
    ['2026-12-21', false, 'Christmas holiday'],
    ['2027-02-02', false, 'closed'],
    ['2027-02-03', false, 'still closed'],
    ['2027-02-04', true, 'open again'],
    ['2027-05-03', false, 'a bank holiday in term'],
    ['2028-02-29', true, 'a leap day'],
    ['2029-02-01', false, 'no terms are entered'],
  ])('%s: %s, as it is %s (rule cal-4)', (date, expected) => {
    expect(isOpen(date)).toBe(expected);
  });
});

describe('counting school days', () => {
  const reached = (from: string, count: number) => {
    const answer = addSchoolDays(calendar, schoolDate(from), count);
    return answer.ok ? answer.value : answer.refusal;
  };

  it.each([
    ['2026-10-23', 1, '2026-11-03'],
    ['2026-12-18', 1, '2027-01-05'],
    ['2026-12-16', 15, '2027-01-21'],
    ['2026-11-03', -1, '2026-10-23'],
    ['2028-02-28', 2, '2028-03-01'],
    ['2026-10-28', 0, '2026-10-28'],
    ['2026-07-21', 1, '2026-09-03'],
    ['2028-07-20', 2, 'calendar_unknown'],
    ['2025-09-01', -1, 'calendar_unknown'],
    ['2024-01-10', 1, 'calendar_unknown'],
  ])('from %s %i school days reach %s (rule cal-5)', (from, count, expected) => {
    expect(reached(from, count)).toBe(expected);
  });

  it('refuses to jump over a year that nobody has entered', () => {
    const gap = { ...calendar, terms: [...typicalYear('2025/26').terms, ...typicalYear('2027/28').terms] };
    expect(addSchoolDays(gap, schoolDate('2026-07-15'), 20)).toEqual({
      ok: false,
      refusal: 'calendar_unknown',
    });
    expect(schoolDaysBetween(gap, schoolDate('2026-07-15'), schoolDate('2027-09-10')).ok).toBe(false);
    expect(isDayKnown(gap, schoolDate('2026-08-10'))).toBe(false);
    expect(isDayKnown(calendar, schoolDate('2026-08-10'))).toBe(true);
  });

  it('throws on half a day', () => {
    expect(() => addSchoolDays(calendar, schoolDate('2026-09-10'), 0.5)).toThrow(RangeError);
  });

  it('never lands on a day on which the school is shut', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        const answer = addSchoolDays(calendar, day, count);
        return !answer.ok || isSchoolDay(calendar, answer.value);
      }),
    );
  });

  it('goes further for more days, never less far', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        const near = addSchoolDays(calendar, day, count);
        const far = addSchoolDays(calendar, day, count + Math.sign(count));
        if (!near.ok || !far.ok) return true;
        return count > 0 ? far.value > near.value : far.value < near.value;
      }),
    );
  });

  it('counts back what it counted on', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        const there = addSchoolDays(calendar, day, count);
        if (!there.ok) return;
        expect(schoolDaysBetween(calendar, day, there.value)).toEqual({ ok: true, value: count });
      }),
    );
  });
});

describe('the week of term', () => {
  it.each([
    ['2026-08-31', 'Week 1 of the autumn term'],
    ['2026-09-03', 'Week 1 of the autumn term'],
    ['2026-10-24', 'Week 8 of the autumn term'],
    ['2026-10-26', 'Half term'],
    ['2026-11-01', 'Half term'],
    ['2026-11-03', 'Week 9 of the autumn term'],
    ['2026-11-24', 'Week 12 of the autumn term'],
    ['2026-12-25', 'School holiday'],
    ['2027-01-05', 'Week 1 of the spring term'],
    ['2027-08-01', 'School holiday'],
  ])('on %s reads "%s"', (date, expected) => {
    expect(weekInWords(calendar, schoolDate(date))).toBe(expected);
  });

  it('does not count a first week that is all INSET', () => {
    const insetWeek = {
      ...calendar,
      insetDays: dates('2026-09-01', '2026-09-02', '2026-09-03', '2026-09-04'),
    };
    expect(weekOfTerm(insetWeek, schoolDate('2026-09-03'))).toBeNull();
    expect(weekOfTerm(insetWeek, schoolDate('2026-11-24'))).toEqual({ term: 'Autumn', week: 11 });
    expect(weekInWords(insetWeek, schoolDate('2026-09-03'))).toBe('School holiday');
  });

  it.each([
    ['Autumn term', 'Week 1 of the autumn term'],
    ['Term 2', 'Week 1 of term 2'],
  ])('takes a term called "%s"', (name, expected) => {
    const terms = [{ name, from: schoolDate('2026-11-02'), until: schoolDate('2026-12-18'), halfTerm: null }];
    expect(weekInWords({ ...calendar, terms }, schoolDate('2026-11-05'))).toBe(expected);
  });

  it('never goes down from one day of a term to the next', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const [here, next] = [weekOfTerm(calendar, day), weekOfTerm(calendar, addDays(day, 1))];
        if (here === null || next === null || here.term !== next.term) return true;
        return next.week - here.week === 0 || next.week - here.week === 1;
      }),
    );
  });
});

describe('the days beside a date', () => {
  it.each([
    ['2026-10-23', '2026-11-03', '2026-10-22'],
    ['2026-11-22', '2026-11-23', '2026-11-20'],
    ['2029-02-01', 'calendar_unknown', 'calendar_unknown'],
  ])('around %s: %s and %s', (date, next, previous) => {
    const day = schoolDate(date);
    const told = [nextSchoolDay(calendar, day), previousSchoolDay(calendar, day)];
    expect(told.map((answer) => (answer.ok ? answer.value : answer.refusal))).toEqual([next, previous]);
  });
});

describe('why a day counts', () => {
  it.each([
    ['2026-09-03', 'In the autumn term'],
    ['2026-09-02', 'INSET: staff only'],
    ['2026-10-26', 'Half term'],
    ['2026-11-21', 'A weekend'],
    ['2026-12-21', 'School holiday'],
    ['2027-02-03', 'Closed: Snow'],
    ['2027-05-03', 'A bank holiday'],
    ['2029-02-01', 'No terms are entered'],
  ])('%s: %s', (date, why) => {
    expect(schoolDayWhy(calendar, schoolDate(date))).toBe(why);
  });

  it('says of a school day the term, and of no other day', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(schoolDayWhy(calendar, day).startsWith('In ')).toBe(isSchoolDay(calendar, day));
      }),
    );
  });
});
