import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plain, schoolDate } from '#src/kernel/dates.ts';
import {
  addWorkingDays,
  bankHolidaysBetween,
  isBankHoliday,
  isCalendarComputed,
  isCalendarKnown,
  isWorkingDay,
  workingDaysBetween,
} from './bank-holidays.ts';

const first = schoolDate('2014-06-01');
const someDay = fc.integer({ min: 0, max: 5800 }).map((days) => addDays(first, days));
const someCount = fc.integer({ min: -60, max: 60 }).filter((count) => count !== 0);
const reached = (from: string, count: number) => {
  const answer = addWorkingDays(schoolDate(from), count);
  return answer.ok ? answer.value : answer.refusal;
};

describe('bank holidays', () => {
  it.each([
    ['2020-05-08', 'was moved to a Friday for VE Day'],
    ['2022-06-02', 'spring bank holiday was moved'],
    ['2022-06-03', 'jubilee'],
    ['2022-09-19', 'state funeral'],
    ['2023-05-08', 'coronation'],
    ['2026-12-28', 'stands in for Boxing Day'],
    ['2027-03-26', 'Good Friday'],
  ])('knows %s (%s)', (date) => {
    expect(isBankHoliday(schoolDate(date))).toBe(true);
  });

  it.each(['2020-05-04', '2022-05-30', '2026-12-27', '2026-11-22', '2031-12-25'])(
    'finds none on %s',
    (date) => {
      expect(isBankHoliday(schoolDate(date))).toBe(false);
    },
  );

  it('has eight a year, and one more for each special day', () => {
    const counts = Array.from({ length: 17 }, (_, index) => {
      const year = 2014 + index;
      return bankHolidaysBetween(schoolDate(`${year}-01-01`), schoolDate(`${year}-12-31`)).length;
    });
    expect(counts).toEqual([8, 8, 8, 8, 8, 8, 8, 8, 10, 9, 8, 8, 8, 8, 8, 8, 8]);
  });

  it('never has one at a weekend', () => {
    const all = bankHolidaysBetween(schoolDate('2014-01-01'), schoolDate('2030-12-31'));
    expect(all.filter((day) => plain(day.on).dayOfWeek > 5)).toEqual([]);
  });

  it('tells known years from unknown and published from computed (rule cal-3)', () => {
    expect(
      ['2013-12-31', '2014-01-01', '2030-12-31', '2031-01-01'].map((d) => isCalendarKnown(schoolDate(d))),
    ).toEqual([false, true, true, false]);
    expect(['2028-12-31', '2029-01-01'].map((d) => isCalendarComputed(schoolDate(d)))).toEqual([false, true]);
  });
});

describe('working days', () => {
  it.each([
    ['2026-12-22', 5, '2026-12-31'],
    ['2026-12-22', 6, '2027-01-04'],
    ['2026-12-25', 1, '2026-12-29'],
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2024-02-28', 2, '2024-03-01'],
    ['2023-02-27', 2, '2023-03-01'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2030-12-31', 1, 'calendar_unknown'],
    ['2014-01-02', -1, 'calendar_unknown'],
  ])('from %s %i working days reach %s (rule cal-2)', (from, count, expected) => {
    expect(reached(from, count)).toBe(expected);
  });

  it('refuses to count between days when one lies in an unknown year', () => {
    expect(workingDaysBetween(schoolDate('2030-12-30'), schoolDate('2031-01-02'))).toEqual({
      ok: false,
      refusal: 'calendar_unknown',
    });
  });

  it('throws on half a day', () => {
    expect(() => addWorkingDays(first, 1.5)).toThrow(RangeError);
  });

  it('never lands on a day that is not worked (rule cal-1)', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        const answer = addWorkingDays(day, count);
        return !answer.ok || isWorkingDay(answer.value);
      }),
    );
  });

  it('goes further for more days, never less far', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        const [near, far] = [addWorkingDays(day, count), addWorkingDays(day, count + Math.sign(count))];
        if (!near.ok || !far.ok) return true;
        return count > 0 ? far.value > near.value : far.value < near.value;
      }),
    );
  });

  it('counts back what it counted on', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        const there = addWorkingDays(day, count);
        if (!there.ok) return;
        expect(workingDaysBetween(day, there.value)).toEqual({ ok: true, value: count });
      }),
    );
  });
});
