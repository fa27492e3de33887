import { daysBetween, type SchoolDate } from '#src/kernel/dates.ts';
import type { Clock, ClockRule, Given, Process } from './clock.ts';

export type ClockState =
  | { readonly is: 'running'; readonly daysLeft: number }
  | { readonly is: 'met'; readonly on: SchoolDate }
  | { readonly is: 'late'; readonly days: number; readonly endedOn: SchoolDate | null }
  | { readonly is: 'exception claimed'; readonly on: SchoolDate; readonly days: number };

/**
 * How a clock stands on a day. Late is counted in calendar days after the due date, up to the day it was met or today.
 * A claimed exception is shown as such only while the date has passed and the step is not taken: it moves no date.
 */
export function stateOf(
  clock: Pick<Clock, 'dueOn' | 'metOn'>,
  now: { today: SchoolDate; claimedOn?: SchoolDate | null },
): ClockState {
  const { dueOn, metOn } = clock;
  if (metOn !== null && metOn <= now.today) {
    const over = daysBetween(dueOn, metOn);
    return over > 0 ? { is: 'late', days: over, endedOn: metOn } : { is: 'met', on: metOn };
  }
  const over = daysBetween(dueOn, now.today);
  if (over <= 0) return { is: 'running', daysLeft: daysBetween(now.today, dueOn) };
  const claimedOn = now.claimedOn ?? null;
  return claimedOn === null
    ? { is: 'late', days: over, endedOn: null }
    : { is: 'exception claimed', on: claimedOn, days: over };
}

/** The clocks of a process that no event has started yet, with what would start each. */
export const notStarted = (
  process: Process,
  given: Given,
): readonly Pick<ClockRule, 'id' | 'name' | 'starts'>[] =>
  process.clocks.filter((rule) => rule.starts.every((event) => given.events[event] === undefined));
