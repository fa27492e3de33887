import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, plain, schoolDate } from '#src/kernel/dates.ts';
import { isWorkingDay } from './bank-holidays.ts';
import {
  addMonths,
  addWeeks,
  addYears,
  closureException,
  countsAsReceived,
  type LastDay,
  lastDayBefore,
  lastDayBeginningWith,
  lastDayOfMonthsStarting,
  lastDayOfWeeksBeginning,
  lastDayWithinWeeks,
  latestNotice,
  nextWorkingDay,
  previousWorkingDay,
  rollForward,
  type SendingWay,
  workingDayWhy,
} from './periods.ts';

const on = schoolDate;
const both = ({ lastOn, safeOn }: LastDay) => [lastOn, safeOn];
const given = <T>(answer: { ok: true; value: T } | { ok: false; refusal: string }) =>
  answer.ok ? answer.value : answer.refusal;
const someDay = fc.integer({ min: 0, max: 5200 }).map((days) => addDays(on('2015-06-01'), days));
const someCount = fc.integer({ min: 1, max: 60 });

describe('the corresponding date (rule cal-7)', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-03-15', 2, '2026-05-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months → %s', (from, months, expected) => {
    expect(addMonths(on(from), months)).toBe(expected);
  });

  it('turns a leap day into the last of February', () => {
    expect([addYears(on('2024-02-29'), 1), addYears(on('2024-02-29'), 4)]).toEqual([
      '2025-02-28',
      '2028-02-29',
    ]);
  });

  it('never skips a month, and keeps the day wherever the month has it', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40, max: 40 }), (day, months) => {
        const reached = plain(addMonths(day, months));
        const start = plain(day);
        expect((reached.year - start.year) * 12 + reached.month - start.month).toBe(months);
        expect(reached.day).toBe(Math.min(start.day, reached.daysInMonth));
      }),
    );
  });

  it('keeps order: of two days the later never reaches an earlier date', () => {
    fc.assert(
      fc.property(someDay, someDay, someCount, (one, other, months) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(addMonths(early, months) <= addMonths(late, months)).toBe(true);
      }),
    );
  });
});

describe('the last day for compliance', () => {
  it.each([
    ['2026-09-14', 6, ['2026-10-26', '2026-10-25']],
    ['2026-09-14', 16, ['2027-01-04', '2027-01-03']],
    ['2026-09-14', 20, ['2027-02-01', '2027-01-31']],
    ['2026-11-18', 4, ['2026-12-16', '2026-12-15']],
    ['2026-11-27', 4, ['2026-12-25', '2026-12-24']],
  ])('within weeks of %s: %i (rule cal-8)', (event, weeks, expected) => {
    expect(both(lastDayWithinWeeks(on(event), weeks))).toEqual(expected);
  });

  it('of no weeks is the day itself, and nothing is disputed', () => {
    expect(lastDayWithinWeeks(on('2026-09-14'), 0)).toEqual({
      lastOn: '2026-09-14',
      safeOn: '2026-09-14',
      disputed: null,
    });
  });

  it('beginning with a day counts that day (rule cal-9)', () => {
    expect(both(lastDayBeginningWith(on('2027-01-04'), 15))).toEqual(['2027-01-18', '2027-01-18']);
    expect(lastDayOfWeeksBeginning(on('2026-09-14'), 6).lastOn).toBe('2026-10-25');
  });

  it.each([
    ['2026-03-09', 12, '2027-03-08'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-12-08', 12, '2027-12-07'],
    ['2026-01-31', 1, '2026-02-28'],
  ])('a period starting with %s of %i months ends on %s (rule cal-10)', (first, months, expected) => {
    expect(lastDayOfMonthsStarting(on(first), months).lastOn).toBe(expected);
  });

  it('notice is given in time, and a clear day earlier to be safe (rule cal-11)', () => {
    expect(both(latestNotice(on('2026-11-18'), 2))).toEqual(['2026-11-04', '2026-11-03']);
  });

  it('before 15 February is safe on the 14th (rule cal-12)', () => {
    expect(both(lastDayBefore(on('2027-02-15')))).toEqual(['2027-02-15', '2027-02-14']);
  });

  it('names the dispute wherever the safe day is not the last, and nowhere is safe later than last', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, count) => {
        for (const answer of [
          lastDayWithinWeeks(day, count),
          lastDayBeginningWith(day, count),
          lastDayOfWeeksBeginning(day, count),
          lastDayOfMonthsStarting(day, count),
          latestNotice(day, count),
          lastDayBefore(day),
        ]) {
          expect(answer.safeOn <= answer.lastOn).toBe(true);
          if (answer.safeOn < answer.lastOn) expect(answer.disputed).not.toBeNull();
        }
      }),
    );
  });

  it('reads "beginning with" as one day shorter than "within", for the same weeks', () => {
    fc.assert(
      fc.property(someDay, someCount, (day, weeks) => {
        const within = lastDayWithinWeeks(day, weeks).lastOn;
        expect(daysBetween(lastDayOfWeeksBeginning(day, weeks).lastOn, within)).toBe(1);
        expect(plain(within).dayOfWeek).toBe(plain(day).dayOfWeek);
        expect(addWeeks(within, -weeks)).toBe(day);
      }),
    );
  });

  it('throws on half a week and on a period that runs backwards', () => {
    expect(() => lastDayWithinWeeks(on('2026-09-14'), 1.5)).toThrow(RangeError);
    expect(() => lastDayBeginningWith(on('2026-09-14'), -1)).toThrow(RangeError);
  });
});

describe('working days beside a date', () => {
  it.each([
    ['2026-12-24', '2026-12-29', '2026-12-23'],
    ['2027-01-04', '2027-01-05', '2026-12-31'],
    ['2026-11-22', '2026-11-23', '2026-11-20'],
    ['2030-12-31', 'calendar_unknown', '2030-12-30'],
  ])('around %s: %s and %s', (date, next, previous) => {
    expect([given(nextWorkingDay(on(date))), given(previousWorkingDay(on(date)))]).toEqual([next, previous]);
  });

  it('are worked, and no working day lies between', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const next = given(nextWorkingDay(day));
        expect(isWorkingDay(on(next))).toBe(true);
        const between = daysBetween(day, on(next));
        for (let step = 1; step < between; step++) expect(isWorkingDay(addDays(day, step))).toBe(false);
      }),
    );
  });

  it('say why a day counts or not', () => {
    expect(
      ['2026-12-25', '2026-12-26', '2026-12-24', '2031-01-02'].map((day) => workingDayWhy(on(day))),
    ).toEqual([
      'A bank holiday',
      'A weekend',
      'Monday to Friday, no bank holiday',
      'The bank holidays of this year are not held',
    ]);
  });
});

describe('the last day of an appeal (rule cal-13)', () => {
  it.each([
    ['2026-12-25', '2027-01-04'],
    ['2026-12-31', '2027-01-04'],
    ['2027-01-01', '2027-01-04'],
    ['2026-08-08', '2026-09-01'],
    ['2026-08-31', '2026-09-01'],
    ['2026-11-21', '2026-11-23'],
    ['2026-11-24', '2026-11-24'],
    ['2024-08-15', '2024-09-02'],
  ])('%s → %s', (date, expected) => {
    expect(given(rollForward(on(date)))).toBe(expected);
  });

  it('never falls in August, at Christmas or on a day not worked, and never moves back', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        const reached = given(rollForward(day));
        expect(reached >= day && isWorkingDay(on(reached))).toBe(true);
        expect(/-08-|-12-(2[5-9]|3\d)$|-01-01$/.test(reached)).toBe(false);
      }),
    );
  });
});

describe('what counts as received (rule cal-14)', () => {
  it.each<[string, SendingWay, boolean, string]>([
    ['2026-12-18', 'e-mail', false, '2026-12-18'],
    ['2026-12-18', 'e-mail', true, '2026-12-21'],
    ['2026-12-19', 'by hand', false, '2026-12-21'],
    ['2026-12-19', 'signed-for post', true, '2026-12-19'],
    ['2026-12-24', 'first-class post', false, '2026-12-29'],
    ['2031-01-02', 'e-mail', false, 'calendar_unknown'],
  ])('%s %s, after five %s: %s', (sent, way, isAfterFive, expected) => {
    expect(given(countsAsReceived(on(sent), way, isAfterFive))).toBe(expected);
  });
});

describe('the exception for a closed school (rule cal-15)', () => {
  it('opens for a summer', () => {
    expect(closureException({ from: on('2026-07-22'), reopensOn: on('2026-09-02') })).toEqual({
      from: '2026-07-15',
      until: '2026-08-26',
    });
  });

  it('never opens for less than four weeks, as Christmas', () => {
    expect(closureException({ from: on('2026-12-21'), reopensOn: on('2027-01-05') })).toBeNull();
    expect(closureException({ from: on('2026-07-22'), reopensOn: on('2026-08-18') })).toBeNull();
    expect(closureException({ from: on('2026-07-22'), reopensOn: on('2026-08-19') })).not.toBeNull();
  });
});
