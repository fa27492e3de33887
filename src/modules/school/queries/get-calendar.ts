import { schoolDate } from '#src/kernel/dates.ts';
import { bankHolidaysBetween } from '#src/modules/statutory/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { SchoolCalendar } from '../domain/school-calendar.ts';
import type { AcademicYear } from '../domain/school-records.ts';
import { listYears } from './list-years.ts';

/** England's bank holidays of the time that some academic years cover. */
export const bankHolidaysOf = (years: readonly Pick<AcademicYear, 'fromOn' | 'untilOn'>[]) => {
  const from = years.map((year) => year.fromOn).toSorted()[0] ?? schoolDate('2000-01-01');
  const until =
    years
      .map((year) => year.untilOn)
      .toSorted()
      .at(-1) ?? schoolDate('2000-01-01');
  return bankHolidaysBetween(from, until).map((day) => day.on);
};

/** The calendar of all the given years together. */
export const calendarOf = (years: readonly AcademicYear[]): SchoolCalendar => ({
  terms: years.flatMap((year) => year.terms).toSorted((one, other) => (one.from < other.from ? -1 : 1)),
  insetDays: years.flatMap((year) => year.insetDays),
  closures: years.flatMap((year) => year.closures),
  bankHolidays: bankHolidaysOf(years),
});

/** When the school is open, over all the academic years that it has entered. */
export const getCalendar = async (tx: Tx): Promise<SchoolCalendar> => calendarOf(await listYears(tx));
