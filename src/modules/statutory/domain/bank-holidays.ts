import { addDays, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import held from './bank-holidays.json' with { type: 'json' };

/** A bank holiday in England. `isSubstitute`: the day off for one that fell on a weekend. */
export type BankHoliday = {
  readonly on: SchoolDate;
  readonly name: string;
  readonly isSubstitute: boolean;
};

const all: readonly BankHoliday[] = held.days.map((day) => ({ ...day, on: schoolDate(day.on) }));
const dates: ReadonlySet<string> = new Set(held.days.map((day) => day.on));
const firstYear = Math.min(...held.provenance.map((years) => years.from));
const lastYear = Math.max(...held.provenance.map((years) => years.until));

/**
 * Whether the bank holidays of this date's year are held (2014 to 2030).
 * Outside them `isBankHoliday` finds none, and whatever counts days refuses with `calendar_unknown` (rule cal-3).
 */
export const isCalendarKnown = (date: SchoolDate): boolean => {
  const year = Number(date.slice(0, 4));
  return year >= firstYear && year <= lastYear;
};

/** The years whose holidays were worked out by the standing rule and not yet published: 2029 and 2030. */
export const isCalendarComputed = (date: SchoolDate): boolean => {
  const year = Number(date.slice(0, 4));
  return held.provenance.some(
    (years) => years.how === 'computed' && year >= years.from && year <= years.until,
  );
};

/** England's bank holidays from one day to another, both included, in order. */
export const bankHolidaysBetween = (from: SchoolDate, until: SchoolDate): readonly BankHoliday[] =>
  all.filter((day) => day.on >= from && day.on <= until);

/** Whether England has a bank holiday. False for every day of a year that is not known. */
export const isBankHoliday = (date: SchoolDate): boolean => dates.has(date);

/** Monday to Friday and not a bank holiday in England (rule cal-1). School holidays do not matter. */
export const isWorkingDay = (date: SchoolDate): boolean => plain(date).dayOfWeek <= 5 && !isBankHoliday(date);

/**
 * The `count`th working day after a date, which itself is not counted; before it when `count` is negative.
 * 0 gives the date back, a working day or not. "N working days beginning with day X" (SEND Regs 2014
 * reg. 15(2)) is N working days after the day before X (rule cal-2).
 *
 * Five working days after Tue 22 Dec 2026: Wed 23, Thu 24 (Christmas Day is a Friday; Mon 28 stands in for
 * Boxing Day), Tue 29, Wed 30, Thu 31 → Thu 31 Dec. The sixth is Mon 4 Jan 2027, as Fri 1 Jan is New Year's Day.
 *
 * Refuses with `calendar_unknown` when the count would reach a year whose bank holidays are not held.
 */
export function addWorkingDays(date: SchoolDate, count: number): Result<SchoolDate, 'calendar_unknown'> {
  if (!Number.isInteger(count)) throw new RangeError('Working days are counted in whole days');
  const step = count < 0 ? -1 : 1;
  let reached = date;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (!isCalendarKnown(reached)) return refused('calendar_unknown');
    if (isWorkingDay(reached)) left -= 1;
  }
  return done(reached);
}

/**
 * Working days after `from` up to and including `to`; negative when `to` is earlier. The inverse of
 * `addWorkingDays`. Tue 22 Dec 2026 to Mon 4 Jan 2027 → 6. Refuses with `calendar_unknown` as that does.
 */
export function workingDaysBetween(from: SchoolDate, to: SchoolDate): Result<number, 'calendar_unknown'> {
  if (from === to) return done(0);
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, step);
    if (!isCalendarKnown(day)) return refused('calendar_unknown');
    if (isWorkingDay(day)) count += step;
  }
  return done(count);
}
