import { addDays, plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { SchoolCalendar } from '#src/modules/school/index.ts';
import type { Closure } from '#src/modules/statutory/index.ts';

/** A gap between terms that is longer than this is a year that nobody has entered, and no holiday. */
const longestHolidayDays = 70;

/** Saturday and Sunday after the last day are not counted as the first day shut: the law leaves it open (statutory.md 1.4). */
const firstWeekday = (date: SchoolDate): SchoolDate => {
  const day = plain(date).dayOfWeek;
  return day > 5 ? addDays(date, 8 - day) : date;
};

/**
 * When a school is shut for a while: its holidays between terms and what else it was closed for. Last day Tue 21 Jul 2026,
 * first day Wed 2 Sep 2026: shut from 22 Jul, open again on 2 Sep.
 */
export function closuresOf({ terms, closures }: Pick<SchoolCalendar, 'terms' | 'closures'>): Closure[] {
  const inOrder = terms.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const holidays = inOrder.slice(1).flatMap((term, at) => {
    const last = inOrder[at]?.until;
    if (last === undefined || addDays(last, longestHolidayDays) < term.from) return [];
    const from = firstWeekday(addDays(last, 1));
    return from < term.from ? [{ from, reopens: term.from }] : [];
  });
  return [...holidays, ...closures.map(({ from, reopensOn }) => ({ from, reopens: reopensOn }))];
}
