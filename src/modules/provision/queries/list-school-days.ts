import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { findCalendarAround, isSchoolDay, type SchoolCalendar } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { byWeekday, type DaysByWeekday } from '../domain/planned.ts';

/** The days of a calendar, from one to another, on which the school is open to pupils, sorted by weekday. */
export function openDaysOf(calendar: SchoolCalendar, from: SchoolDate, until: SchoolDate): DaysByWeekday {
  const days: SchoolDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) if (isSchoolDay(calendar, day)) days.push(day);
  return byWeekday(days);
}

/** The days on which the school is open to pupils, from one to another. */
export async function listOpenDays(tx: Tx, from: SchoolDate, until: SchoolDate): Promise<DaysByWeekday> {
  return openDaysOf(await findCalendarAround(tx, { from, until }), from, until);
}
