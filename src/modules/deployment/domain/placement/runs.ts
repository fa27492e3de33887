import type { Slot, Weekday } from '../week.ts';

/** Slots of one day that follow one another without a gap, as one time of a demand takes them. */
export type Run = {
  readonly day: Weekday;
  readonly from: number;
  readonly until: number;
  readonly minutes: number;
  readonly slotIds: readonly string[];
};

/** The slots of a week, by their ids, each with the one that follows it at once. */
export type Days = {
  readonly slots: ReadonlyMap<string, Slot>;
  readonly next: ReadonlyMap<string, Slot>;
};

const known = new WeakMap<readonly Slot[], Days>();

/**
 * Which slot follows which: the one of the same day that begins when the other ends. Where two begin then, as with two
 * lunch times, the one of the same kind, else the first that is listed.
 */
export function daysOf(slots: readonly Slot[]): Days {
  const days = known.get(slots) ?? reckonDays(slots);
  known.set(slots, days);
  return days;
}

function reckonDays(slots: readonly Slot[]): Days {
  const beginning = Map.groupBy(slots, ({ day, from }) => `${day} ${from}`);
  const next = new Map<string, Slot>();
  for (const slot of slots) {
    const after = beginning.get(`${slot.day} ${slot.until}`) ?? [];
    const follower = after.find(({ kind }) => kind === slot.kind) ?? after[0];
    if (follower !== undefined) next.set(slot.slotId, follower);
  }
  return { slots: new Map(slots.map((slot) => [slot.slotId, slot])), next };
}

/** The slots that help of a length takes from a slot on; null where the day has not so many in one piece. */
export function runFrom({ slots, next }: Days, slotId: string, length: number): Run | null {
  const first = slots.get(slotId);
  if (first === undefined || length < 1) return null;
  const slotIds = [slotId];
  let last = first;
  while (slotIds.length < length) {
    const follower = next.get(last.slotId);
    if (follower === undefined) return null;
    slotIds.push(follower.slotId);
    last = follower;
  }
  return { day: first.day, from: first.from, until: last.until, minutes: last.until - first.from, slotIds };
}

/** Whether two stretches share a moment. */
export const overlap = (one: Pick<Run, 'day' | 'from' | 'until'>, other: typeof one): boolean =>
  one.day === other.day && one.from < other.until && other.from < one.until;

const dayNames = { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday' } as const;

/** `Tuesday 09:10`: when something in the week is. */
export const whenWords = ({ day, from }: Pick<Slot, 'day' | 'from'>): string =>
  `${dayNames[day]} ${String(Math.floor(from / 60)).padStart(2, '0')}:${String(from % 60).padStart(2, '0')}`;
