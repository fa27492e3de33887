import { addDays, checkedDay, daysBetween, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { done, type Result } from '#src/kernel/result.ts';
import { addWorkingDays, isBankHoliday, isCalendarKnown } from '../bank-holidays.ts';
import {
  addMonths,
  type LastDay,
  lastDayBefore,
  lastDayBeginningWith,
  lastDayOfMonthsStarting,
} from '../periods.ts';
import type { Given, Limit, Reckoned } from './clock.ts';

/** A last day with the sum that gave it, and the reading that is disputed where there is one. */
export const reckoned = (
  { lastOn, safeOn, disputed }: LastDay,
  steps: readonly string[],
): Result<Reckoned, never> =>
  done({
    dueOn: lastOn,
    alertOn: safeOn,
    steps: [
      ...steps,
      ...(disputed === null ? [] : [`${disputed}. Safe on every reading: ${checkedDay(safeOn)}.`]),
    ],
  });

export const settledOn = (on: SchoolDate, steps: readonly string[]): Result<Reckoned, never> =>
  reckoned({ lastOn: on, safeOn: on, disputed: null }, steps);

const shorterCount =
  'Some count the day of the event as day 1, which ends a day earlier (one decision of the Ombudsman does)';
const clearDays = '“At least” often means clear days, which asks for one day more';

/** Days after an event, warned of as the shorter reading counts (rule W of the reference). */
const after = (start: SchoolDate, count: number, words: string): Result<Reckoned, never> => {
  const lastOn = addDays(start, count);
  return reckoned({ lastOn, safeOn: addDays(lastOn, -1), disputed: shorterCount }, [
    `${words} after ${checkedDay(start)}, that day not counted, is ${checkedDay(lastOn)}.`,
  ]);
};

/** "Within n weeks": calendar weeks, weekends and holidays included. 14 Sep 2026 and 6 weeks → 26 Oct 2026. */
export const weeks = (count: number): Limit => ({
  rule: 'W',
  words: `${count} weeks`,
  reckon: (start) => after(start, count * 7, `${count} weeks (${count * 7} days)`),
});

/** "Within n days": calendar days, counted as weeks are. */
export const days = (count: number): Limit => ({
  rule: 'W',
  words: `${count} days`,
  reckon: (start) => after(start, count, `${count} days`),
});

/** "n days beginning with the day X": X is the first day. 4 Jan 2027 and 15 days → 18 Jan 2027. */
export const daysBeginning = (count: number): Limit => ({
  rule: 'B',
  words: `${count} days beginning with the day itself`,
  reckon: (start) => {
    const last = lastDayBeginningWith(start, count);
    return reckoned(last, [
      `${checkedDay(start)} is the first of ${count} days, so the last is ${checkedDay(last.lastOn)}.`,
    ]);
  },
});

/** "n months starting with D": the day before the same date. 9 Mar 2026 and 12 → 8 Mar 2027; 29 Feb → 28 Feb. */
export const monthsStarting = (count: number): Limit => ({
  rule: 'P',
  words: `${count} months starting with the day itself`,
  reckon: (start) => {
    const last = lastDayOfMonthsStarting(start, count);
    return reckoned(last, [
      `${count} months starting with ${checkedDay(start)} end on ${checkedDay(last.lastOn)}.`,
    ]);
  },
});

const inMonths = (count: number): string =>
  count % 12 === 0 ? `${count / 12} years` : `${count} month${count === 1 ? '' : 's'}`;

/** "n months after D": calendar months, never 30 or 60 days. 31 Dec and 2 months → 28 Feb. */
export const months = (count: number): Limit => ({
  rule: 'M',
  words: inMonths(count),
  reckon: (start) => {
    const lastOn = addMonths(start, count);
    return settledOn(lastOn, [
      `${inMonths(count)} after ${checkedDay(start)}, by the date in the month, is ${checkedDay(lastOn)}.`,
    ]);
  },
});

/** "At least n days before D". M = 18 Nov 2026 and 14 → 4 Nov, and 3 Nov to be safe. */
export const daysBefore = (count: number): Limit => ({
  rule: 'N',
  words: count % 7 === 0 ? `at least ${count / 7} weeks before` : `at least ${count} days before`,
  reckon: (start) => {
    const lastOn = addDays(start, -count);
    return reckoned({ lastOn, safeOn: addDays(lastOn, -1), disputed: clearDays }, [
      `${count} days before ${checkedDay(start)} is ${checkedDay(lastOn)}: the latest day.`,
    ]);
  },
});

/** "At least n months before D", by the date in the month. */
export const monthsBefore = (count: number): Limit => ({
  rule: 'N',
  words: `at least ${count} months before`,
  reckon: (start) => {
    const lastOn = addMonths(start, -count);
    return reckoned({ lastOn, safeOn: addDays(lastOn, -1), disputed: clearDays }, [
      `${count} months before ${checkedDay(start)} is ${checkedDay(lastOn)}.`,
    ]);
  },
});

/** Working days after an event, that day not counted. Refuses where bank holidays of a year are not held. */
export const workingDays = (count: number): Limit => ({
  rule: 'working days',
  words: `${count} working days`,
  reckon: (start) => {
    const reached = addWorkingDays(start, count);
    if (!reached.ok) return reached;
    return settledOn(reached.value, [
      `${count} working days after ${checkedDay(start)}, that day not counted, end on ${checkedDay(reached.value)}.`,
      bankHolidaysWithin(start, reached.value),
    ]);
  },
});

/** What was left out of a count of working days, said so that it can be checked. */
export function bankHolidaysWithin(from: SchoolDate, until: SchoolDate): string {
  const span = daysBetween(from, until);
  const left = Array.from({ length: span }, (_, at) => addDays(from, at + 1)).filter(isBankHoliday);
  return left.length === 0
    ? 'Weekends are left out; no bank holiday falls between.'
    : `Weekends are left out, and bank holidays: ${left.map(checkedDay).join(', ')}.`;
}

/** How far a count of school days looks: three years without a school day are a mistake in the calendar. */
const mostDays = 1100;

/** The `count`th school day after a date, that day not counted; null where the calendar has none. */
export function schoolDayAfter(start: SchoolDate, count: number, given: Given): SchoolDate | null {
  let left = count;
  for (let at = 1; at <= mostDays; at += 1) {
    const day = addDays(start, at);
    if (given.calendar.isSchoolDay(day)) left -= 1;
    if (left === 0) return isCalendarKnown(day) ? day : null;
  }
  return null;
}

/** School days after an event, by the school's own calendar. */
export const schoolDays = (count: number): Limit => ({
  rule: 'school days',
  words: `${count} school days`,
  reckon: (start, given) => {
    const dueOn = schoolDayAfter(start, count, given);
    if (dueOn === null) return { ok: false, refusal: 'calendar_unknown' };
    return settledOn(dueOn, [
      `${count} days on which the school opens, after ${checkedDay(start)}, end on ${checkedDay(dueOn)}.`,
      'Weekends, bank holidays, closures and INSET days are left out, as the calendar was told.',
    ]);
  },
});

/** "Before" a fixed day of the year: the day itself is shown, the day before is the last that is surely in time. */
export const beforeDay = (monthAndDay: '02-15' | '03-31'): Limit => ({
  rule: 'X',
  words: `before ${monthAndDay === '02-15' ? '15 February' : '31 March'}`,
  reckon: (start) => {
    const last = lastDayBefore(schoolDate(`${start.slice(0, 4)}-${monthAndDay}`));
    return reckoned(last, [`The law names ${checkedDay(last.lastOn)} in the year of the transfer.`]);
  },
});
