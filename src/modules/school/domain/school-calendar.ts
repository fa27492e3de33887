import { addDays, daysBetween, plain, type SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';

/** Days from one to another, both included. */
export type Days = { readonly from: SchoolDate; readonly until: SchoolDate };

/** `from` and `until` are the first and last day on which staff or pupils are in; INSET days lie between. */
export type Term = Days & { readonly name: string; readonly halfTerm: Days | null };

/** Shut from a day until the day on which it opens again. */
export type Closure = { readonly from: SchoolDate; readonly reopensOn: SchoolDate; readonly reason: string };

/** When a school is open. It may hold several academic years. */
export type SchoolCalendar = {
  readonly terms: readonly Term[];
  readonly insetDays: readonly SchoolDate[];
  readonly closures: readonly Closure[];
  /** England's bank holidays for the same time: `statutory` has them. */
  readonly bankHolidays: readonly SchoolDate[];
};

/** The longest holiday between two terms that is a holiday, and not a term that nobody has entered. */
const longestHolidayDays = 70;

export const isWithin = (days: Days, date: SchoolDate): boolean => date >= days.from && date <= days.until;
const isHalfTerm = (term: Term, date: SchoolDate): boolean =>
  term.halfTerm !== null && isWithin(term.halfTerm, date);
const isClosed = (calendar: SchoolCalendar, date: SchoolDate): boolean =>
  calendar.closures.some((closure) => date >= closure.from && date < closure.reopensOn);

/**
 * Whether the school opens to pupils (rule cal-4): within a term, Monday to Friday, not half term, not
 * INSET, not closed, not a bank holiday. False for days outside all terms that are entered.
 */
export function isSchoolDay(calendar: SchoolCalendar, date: SchoolDate): boolean {
  const term = calendar.terms.find((each) => isWithin(each, date));
  if (term === undefined || isHalfTerm(term, date)) return false;
  if (plain(date).dayOfWeek > 5 || calendar.insetDays.includes(date)) return false;
  return !isClosed(calendar, date) && !calendar.bankHolidays.includes(date);
}

const inOrder = (terms: readonly Term[]): readonly Term[] =>
  terms.toSorted((one, other) => (one.from < other.from ? -1 : 1));

/** Whether the terms around a day are entered: it lies in one, or in a holiday between two of them. */
export function isDayKnown(calendar: SchoolCalendar, date: SchoolDate): boolean {
  const terms = inOrder(calendar.terms);
  const before = terms.findLast((term) => term.from <= date);
  if (before === undefined) return false;
  if (date <= before.until) return true;
  const after = terms.find((term) => term.from > date);
  return after !== undefined && daysBetween(before.until, after.from) <= longestHolidayDays;
}

/**
 * The `count`th school day after a date, which itself is not counted; before it when `count` is negative.
 * 0 gives the date back. A pupil leaves on Wed 16 Dec 2026 and the term ends on Fri 18: the file is due
 * within 15 school days, so two days in December and thirteen in January, from Mon 4 → Wed 20 Jan 2027.
 * Refuses with `calendar_unknown` when the count would cross days for which no terms are entered (rule cal-5).
 */
export function addSchoolDays(
  calendar: SchoolCalendar,
  date: SchoolDate,
  count: number,
): Result<SchoolDate, 'calendar_unknown'> {
  if (!Number.isInteger(count)) throw new RangeError('School days are counted in whole days');
  const step = count < 0 ? -1 : 1;
  let reached = date;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (isSchoolDay(calendar, reached)) left -= 1;
    else if (!isDayKnown(calendar, reached)) return refused('calendar_unknown');
  }
  return done(reached);
}

/**
 * School days after `from` up to and including `to`; negative when `to` is earlier. The inverse of
 * `addSchoolDays`. Refuses with `calendar_unknown` as that does.
 */
export function schoolDaysBetween(
  calendar: SchoolCalendar,
  from: SchoolDate,
  to: SchoolDate,
): Result<number, 'calendar_unknown'> {
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to; ) {
    day = addDays(day, step);
    if (isSchoolDay(calendar, day)) count += step;
    else if (!isDayKnown(calendar, day)) return refused('calendar_unknown');
  }
  return done(count);
}

/** The first school day after a date. Fri 23 Oct 2026, before half term and an INSET Monday → Tue 3 Nov. */
export const nextSchoolDay = (calendar: SchoolCalendar, date: SchoolDate) => addSchoolDays(calendar, date, 1);

/** The last school day before a date. Refuses, as `addSchoolDays` does, where no terms are entered. */
export const previousSchoolDay = (calendar: SchoolCalendar, date: SchoolDate) =>
  addSchoolDays(calendar, date, -1);

/** Why a day is a school day or is not, in a few words (rule cal-4). */
export function schoolDayWhy(calendar: SchoolCalendar, date: SchoolDate): string {
  if (!isDayKnown(calendar, date)) return 'No terms are entered';
  const term = calendar.terms.find((each) => isWithin(each, date));
  if (term === undefined) return 'School holiday';
  if (plain(date).dayOfWeek > 5) return 'A weekend';
  if (calendar.bankHolidays.includes(date)) return 'A bank holiday';
  if (isHalfTerm(term, date)) return 'Half term';
  if (calendar.insetDays.includes(date)) return 'INSET: staff only';
  const closure = calendar.closures.find((each) => date >= each.from && date < each.reopensOn);
  return closure === undefined ? `In ${termInWords(term.name)}` : `Closed: ${closure.reason}`;
}

/** Monday of the week; a Saturday and Sunday belong to the week that they end. */
export const mondayOf = (date: SchoolDate): SchoolDate => addDays(date, 1 - plain(date).dayOfWeek);
const weekdays = [0, 1, 2, 3, 4];

const isSchoolWeek = (calendar: SchoolCalendar, monday: SchoolDate): boolean =>
  weekdays.some((day) => isSchoolDay(calendar, addDays(monday, day)));

/** The term whose weeks, whole from Monday, a day lies in. */
const termOfWeek = (calendar: SchoolCalendar, date: SchoolDate): Term | undefined =>
  calendar.terms.find((term) => isWithin({ from: mondayOf(term.from), until: term.until }, date));

/**
 * Which week of which term a day lies in. Weeks run from Monday and are counted from 1; a week without one
 * school day (half term, a first week of INSET) is not counted and has no number: null. Null too between terms.
 * Terms from Tue 1 Sep 2026, half term 26 to 30 Oct: Tue 24 Nov → week 12.
 */
export function weekOfTerm(
  calendar: SchoolCalendar,
  date: SchoolDate,
): { readonly term: string; readonly week: number } | null {
  const monday = mondayOf(date);
  const term = termOfWeek(calendar, date);
  if (term === undefined || !isSchoolWeek(calendar, monday)) return null;
  let week = 1;
  for (let earlier = mondayOf(term.from); earlier < monday; earlier = addDays(earlier, 7)) {
    if (isSchoolWeek(calendar, earlier)) week += 1;
  }
  return { term: term.name, week };
}

/** `Autumn` and `Autumn term` → `the autumn term`; `Term 2` → `term 2` */
function termInWords(name: string): string {
  const stem = name
    .trim()
    .toLowerCase()
    .replace(/\s+term$/, '');
  return stem.startsWith('term') ? stem : `the ${stem} term`;
}

/** `Week 11 of the autumn term`, `Half term` or `School holiday`, for the head of a page. */
export function weekInWords(calendar: SchoolCalendar, date: SchoolDate): string {
  const found = weekOfTerm(calendar, date);
  if (found !== null) return `Week ${found.week} of ${termInWords(found.term)}`;
  const term = termOfWeek(calendar, date);
  const monday = mondayOf(date);
  const isInHalfTerm = weekdays.some((day) => term !== undefined && isHalfTerm(term, addDays(monday, day)));
  return isInHalfTerm ? 'Half term' : 'School holiday';
}
