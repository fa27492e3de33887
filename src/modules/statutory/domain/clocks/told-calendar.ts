import type { SchoolDate } from '#src/kernel/dates.ts';
import { isWorkingDay } from '../bank-holidays.ts';
import type { Calendar, Closure } from './clock.ts';

/**
 * A school's calendar from its closures and INSET days alone: it opens on every working day that is neither. For sums
 * made without a school's own terms.
 */
export function toldCalendar(told: {
  readonly closures: readonly Closure[];
  readonly insetDays: readonly SchoolDate[];
}): Calendar {
  const inset = new Set(told.insetDays);
  const isShut = (date: SchoolDate) =>
    told.closures.some(({ from, reopens }) => date >= from && date < reopens);
  return {
    closures: told.closures,
    isSchoolDay: (date) => isWorkingDay(date) && !isShut(date) && !inset.has(date),
  };
}
