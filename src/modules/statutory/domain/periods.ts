import { addDays, fromPlain, plain, type SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { isBankHoliday, isCalendarKnown, isWorkingDay } from './bank-holidays.ts';

/**
 * The last day for compliance. Where authorities read a wording in two ways, `lastOn` is the date of the law,
 * `safeOn` the earlier one that every reading accepts, and `disputed` says why they differ.
 */
export type LastDay = {
  readonly lastOn: SchoolDate;
  readonly safeOn: SchoolDate;
  readonly disputed: string | null;
};

const settled = (on: SchoolDate): LastDay => ({ lastOn: on, safeOn: on, disputed: null });

const whole = (count: number): number => {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('A period is a whole number, 0 or more');
  return count;
};

/** The same weekday some weeks on; back when negative. Calendar weeks: holidays do not matter. */
export const addWeeks = (date: SchoolDate, weeks: number): SchoolDate => addDays(date, weeks * 7);

/**
 * The corresponding date some months on (back when negative); where that month has no such day, its last day
 * (rule cal-7). Calendar months, never 30 days. 31 Jan 2026 and one month → 28 Feb; 30 Nov 2026 and three → 28 Feb 2027.
 */
export const addMonths = (date: SchoolDate, months: number): SchoolDate =>
  fromPlain(plain(date).add({ months }, { overflow: 'constrain' }));

/** The corresponding date some years on, by the same rule: 29 Feb 2024 and one year → 28 Feb 2025. */
export const addYears = (date: SchoolDate, years: number): SchoolDate => addMonths(date, years * 12);

/**
 * "Within N weeks of" an event: the day of the event is not counted, so the same weekday N weeks on (rule cal-8).
 * Asked on Mon 14 Sep 2026, six weeks → Mon 26 Oct. One Ombudsman decision counted a day shorter: safe is Sun 25 Oct.
 */
export const lastDayWithinWeeks = (event: SchoolDate, weeks: number): LastDay => ({
  lastOn: addWeeks(event, whole(weeks)),
  safeOn: addDays(addWeeks(event, weeks), weeks === 0 ? 0 : -1),
  disputed:
    weeks === 0
      ? null
      : 'The day of the event is not counted. One Ombudsman decision and some advice services count it as day 1, which ends a day earlier',
});

/**
 * "N days beginning with" a day: that day is day 1 (rule cal-9). A draft served on Mon 4 Jan 2027 gives the
 * parent 15 days: the 15th is Mon 18 Jan.
 */
export const lastDayBeginningWith = (first: SchoolDate, days: number): LastDay =>
  settled(addDays(first, Math.max(whole(days), 1) - 1));

/**
 * "Before the end of N weeks beginning with" a day: that day is day 1 of the first week (rule cal-9), so the last
 * is the day before the same weekday. Six weeks beginning with Mon 14 Sep 2026 → Sun 25 Oct.
 */
export const lastDayOfWeeksBeginning = (first: SchoolDate, weeks: number): LastDay =>
  lastDayBeginningWith(first, whole(weeks) * 7);

/**
 * "A period of N months starting with" a day: ends on the day before the corresponding date (rule cal-10).
 * Twelve months starting with 9 Mar 2026 → 8 Mar 2027. From 29 Feb the corresponding month is short by itself:
 * twelve months from 29 Feb 2028 → 28 Feb 2029, no further day off.
 */
export function lastDayOfMonthsStarting(first: SchoolDate, months: number): LastDay {
  const same = addMonths(first, Math.max(whole(months), 1));
  const isShortened = plain(same).day < plain(first).day;
  const lastOn = isShortened ? same : addDays(same, -1);
  return {
    lastOn,
    safeOn: lastOn,
    disputed:
      'IPSEA’s examples end on the anniversary itself, others on the day before. The day before is kept',
  };
}

/**
 * "At least N weeks' notice" of a day: the latest day to give it (rule cal-11). Of Wed 18 Nov 2026, two weeks →
 * Wed 4 Nov; "at least" often means clear days, so Tue 3 Nov is the day to aim at.
 */
export const latestNotice = (of: SchoolDate, weeks: number): LastDay => ({
  lastOn: addWeeks(of, -whole(weeks)),
  safeOn: addDays(addWeeks(of, -weeks), -1),
  disputed: '“At least” often means clear days, which asks for one day more',
});

/** "Before" a date: the date that everyone speaks of, and the day before it, the last that is strictly safe (rule cal-12). */
export const lastDayBefore = (date: SchoolDate): LastDay => ({
  lastOn: date,
  safeOn: addDays(date, -1),
  disputed: 'The regulation says “before”; in practice people say “by”',
});

function workingDayFrom(date: SchoolDate, step: 1 | -1): Result<SchoolDate, 'calendar_unknown'> {
  let day = date;
  while (isCalendarKnown(day)) {
    if (isWorkingDay(day)) return done(day);
    day = addDays(day, step);
  }
  return refused('calendar_unknown');
}

/** The first working day after a date. Thu 24 Dec 2026 → Tue 29 Dec. Refuses in a year whose bank holidays are not held. */
export const nextWorkingDay = (date: SchoolDate) => workingDayFrom(addDays(date, 1), 1);

/** The last working day before a date. Mon 4 Jan 2027 → Thu 31 Dec. Refuses as `nextWorkingDay` does. */
export const previousWorkingDay = (date: SchoolDate) => workingDayFrom(addDays(date, -1), -1);

/**
 * Where the last day for an appeal to the Tribunal falls from 25 December to 1 January, the first working day after;
 * in August, the first working day of September; on another day not worked, the next working day (rule cal-13).
 * Sat 8 Aug 2026 → Tue 1 Sep. It moves appeals only: no period of the SEND Regulations is moved so.
 */
export function rollForward(date: SchoolDate): Result<SchoolDate, 'calendar_unknown'> {
  const monthDay = date.slice(5);
  const year = Number(date.slice(0, 4));
  if (monthDay >= '12-25') return workingDayFrom(addDays(date, 33 - plain(date).day), 1);
  if (monthDay === '01-01') return workingDayFrom(addDays(date, 1), 1);
  if (monthDay.startsWith('08'))
    return workingDayFrom(fromPlain(plain(date).with({ year, month: 9, day: 1 })), 1);
  return workingDayFrom(date, 1);
}

export const sendingWays = ['by hand', 'signed-for post', 'first-class post', 'e-mail'] as const;
export type SendingWay = (typeof sendingWays)[number];

/**
 * The day on which something counts as received (rule cal-14): by hand or e-mail that day, or the next working day if
 * after 5 pm or on a day not worked; signed-for post on the day signed; first-class post the next working day after
 * posting. IPSEA's guide, not the Regulations: a person may decide otherwise. An e-mail of Fri 18 Dec 2026 at 6 pm → Mon 21 Dec.
 */
export function countsAsReceived(
  on: SchoolDate,
  way: SendingWay,
  isAfterFive: boolean,
): Result<SchoolDate, 'calendar_unknown'> {
  if (way === 'signed-for post') return done(on);
  if (way === 'first-class post') return nextWorkingDay(on);
  if (!isCalendarKnown(on)) return refused('calendar_unknown');
  return isWorkingDay(on) && !isAfterFive ? done(on) : nextWorkingDay(on);
}

/** Shut from a day until the day on which it opens again. */
type Shut = { readonly from: SchoolDate; readonly reopensOn: SchoolDate };

/** The days on which a request for the head's advice opens the exception, both included; null where none can. */
export type ExceptionWindow = { readonly from: SchoolDate; readonly until: SchoolDate } | null;

/**
 * The authority need not keep its limits where it is impractical because the school is closed: a closure of four
 * weeks or more, and advice asked for from a week before it begins to a week before it ends (rule cal-15).
 * Closed Wed 22 Jul to Tue 1 Sep 2026 → Wed 15 Jul to Wed 26 Aug. The limit falls away; no clock is paused.
 * SEND Regs 2014, regs 5(4), 10(4), 13(3), 27(3), 44(3).
 */
export function closureException({ from, reopensOn }: Shut): ExceptionWindow {
  if (addDays(from, 28) > reopensOn) return null;
  return { from: addDays(from, -7), until: addDays(reopensOn, -7) };
}

/** Why a day is a working day or is not, in a few words. */
export function workingDayWhy(date: SchoolDate): string {
  if (!isCalendarKnown(date)) return 'The bank holidays of this year are not held';
  if (plain(date).dayOfWeek > 5) return 'A weekend';
  return isBankHoliday(date) ? 'A bank holiday' : 'Monday to Friday, no bank holiday';
}
