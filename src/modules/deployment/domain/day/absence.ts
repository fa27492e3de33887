import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { StaffId } from '#src/kernel/ids.ts';
import { type Away, wholeDay } from './day-plan.ts';

/** That an adult is away, on each day from one to another, both included. Why is no concern of Sendero's. */
export type Absence = {
  readonly absenceId: string;
  readonly staffId: StaffId;
  readonly name: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  /** Minutes from midnight; the whole day is 0 to 1440. */
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly version: number;
};

export type AbsenceTimes = Pick<Absence, 'fromOn' | 'untilOn' | 'fromMinute' | 'untilMinute'>;
export type AbsenceFault = 'ends_before_start' | 'ends_before_it_starts' | 'past' | 'too_far' | 'school_shut';

/** An absence is told at most so many days ahead, and is at most so long: beyond, somebody mistyped a year. */
const daysAhead = 200;

/**
 * Why an absence cannot be as it was told (rule cover-1): it ends before it begins, is over, lies in another year, or
 * has no day on which the school is open. A Friday after Christmas → the school is shut.
 */
export function absenceFault(
  told: AbsenceTimes,
  { today, isOpen }: { readonly today: SchoolDate; readonly isOpen: (day: SchoolDate) => boolean },
): AbsenceFault | null {
  const { fromOn, untilOn, fromMinute, untilMinute } = told;
  if (untilOn < fromOn) return 'ends_before_start';
  if (untilMinute <= fromMinute) return 'ends_before_it_starts';
  if (untilOn < today) return 'past';
  if (untilOn > addDays(today, daysAhead)) return 'too_far';
  for (let day = fromOn < today ? today : fromOn; day <= untilOn; day = addDays(day, 1))
    if (isOpen(day)) return null;
  return 'school_shut';
}

export const isWholeDay = ({ fromMinute, untilMinute }: AbsenceTimes): boolean =>
  fromMinute === wholeDay.from && untilMinute === wholeDay.until;

/** Who is away on a day, and when. */
export const awayOn = (absences: readonly Absence[], day: SchoolDate): readonly Away[] =>
  absences
    .filter(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
    .map(({ staffId, fromMinute, untilMinute }) => ({ staffId, from: fromMinute, until: untilMinute }));

/** 9.30, of minutes since midnight. */
export const minuteWords = (minute: number): string =>
  `${Math.floor(minute / 60)}.${String(minute % 60).padStart(2, '0')}`;

/** all day · from 9.30 · until 12.00 · 9.30 to 12.00 */
export function timesWords(times: AbsenceTimes): string {
  const { fromMinute, untilMinute } = times;
  if (isWholeDay(times)) return 'all day';
  if (untilMinute === wholeDay.until) return `from ${minuteWords(fromMinute)}`;
  if (fromMinute === wholeDay.from) return `until ${minuteWords(untilMinute)}`;
  return `${minuteWords(fromMinute)} to ${minuteWords(untilMinute)}`;
}
