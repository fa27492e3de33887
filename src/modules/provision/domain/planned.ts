import { plain, type SchoolDate } from '../../../kernel/dates.ts';
import { holdsOn, type Run, type Slot, type Spell } from './run.ts';

/** A session that is due by the week and the calendar. It is stored nowhere. */
export type PlannedSession = {
  readonly runId: string;
  readonly slotId: string;
  readonly on: SchoolDate;
  readonly startsAt: string | null;
  readonly minutes: number;
  readonly place: string | null;
};

/** Days by weekday, Monday is 1, in order: what slots are laid on. */
export type DaysByWeekday = ReadonlyMap<number, readonly SchoolDate[]>;

/** Sorts days to their weekdays once, for all slots of a school. */
export function byWeekday(days: readonly SchoolDate[]): DaysByWeekday {
  const found = new Map<number, SchoolDate[]>();
  for (const day of days) {
    const weekday = plain(day).dayOfWeek;
    found.set(weekday, [...(found.get(weekday) ?? []), day]);
  }
  return found;
}

const laterOf = (one: SchoolDate, other: SchoolDate): SchoolDate => (one > other ? one : other);
const earlierOf = (one: SchoolDate, other: SchoolDate | null): SchoolDate =>
  other !== null && other < one ? other : one;

/** The days on which both of two spells hold, within bounds; null where there is none. */
function within(
  bounds: { from: SchoolDate; until: SchoolDate },
  ...spells: readonly Spell[]
): { from: SchoolDate; until: SchoolDate } | null {
  const from = spells.reduce((day, spell) => laterOf(day, spell.fromOn), bounds.from);
  const until = spells.reduce((day, spell) => earlierOf(day, spell.untilOn), bounds.until);
  return from <= until ? { from, until } : null;
}

type RunTimes = Pick<Run, 'runId' | 'fromOn' | 'untilOn' | 'place' | 'isWithdrawn'>;

/**
 * The sessions that a run owes between two days, both included (rule prov-2): each place in its week, on each day that is
 * given (those on which the school is open to pupils), while the run and the place in the week both last. In order of day
 * and time. Tuesdays from 3 Nov to 18 Dec 2026, no closure → 7 sessions.
 */
export function plannedSessions(
  run: RunTimes,
  slots: readonly Slot[],
  { days, from, until }: { days: DaysByWeekday; from: SchoolDate; until: SchoolDate },
): readonly PlannedSession[] {
  if (run.isWithdrawn) return [];
  return slots
    .flatMap((slot) => {
      const span = within({ from, until }, run, slot);
      if (span === null) return [];
      return (days.get(slot.weekday) ?? [])
        .filter((on) => on >= span.from && on <= span.until)
        .map((on) => ({
          runId: run.runId,
          slotId: slot.slotId,
          on,
          startsAt: slot.startsAt,
          minutes: slot.minutes,
          place: slot.place ?? run.place,
        }));
    })
    .toSorted(inOrder);
}

const inOrder = (one: PlannedSession, other: PlannedSession): number =>
  `${one.on} ${one.startsAt ?? '99'} ${one.slotId}` < `${other.on} ${other.startsAt ?? '99'} ${other.slotId}`
    ? -1
    : 1;

/** What a week of a run is on a day, in minutes: the places in its week that hold then. */
export const minutesAWeek = (slots: readonly Slot[], on: SchoolDate): number =>
  slots.filter((slot) => holdsOn(slot, on)).reduce((sum, slot) => sum + slot.minutes, 0);
