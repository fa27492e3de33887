import type { SchoolDate } from '#src/kernel/dates.ts';
import { minuteOf } from '../clock-times.ts';
import type { NamedDemand } from '../demand-facts.ts';
import type { Week, Weekday } from '../week.ts';
import { itemsOn } from './day-plan.ts';

type Dated = { readonly fromOn: SchoolDate; readonly untilOn: SchoolDate | null };
type RunSlot = Dated & {
  readonly slotId: string;
  readonly weekday: number;
  readonly startsAt: string | null;
};

/** Which place in the week of a run a time of the timetable is: the one that begins in it, else one without a time. */
export function runSlotAt<S extends RunSlot>(
  slots: readonly S[],
  { on, day, from, until }: { readonly on: SchoolDate; readonly day: Weekday; from: number; until: number },
): S | null {
  const due = slots.filter(
    (slot) => slot.weekday === day && slot.fromOn <= on && (slot.untilOn === null || on <= slot.untilOn),
  );
  const begins = (slot: S) => {
    const minute = slot.startsAt === null ? null : minuteOf(slot.startsAt);
    return minute !== null && from <= minute && minute < until;
  };
  return due.find(begins) ?? due.find(({ startsAt }) => startsAt === null) ?? null;
}

/** Whether a run is still given by somebody at a time of the day: one of two adults was lost, and the other stays. */
export function isStillGiven(
  week: Week,
  day: Weekday,
  demands: readonly NamedDemand[],
  lost: { readonly runId: string; readonly from: number },
): boolean {
  const ofRun = new Set(demands.filter(({ runId }) => runId === lost.runId).map(({ demandId }) => demandId));
  return itemsOn(week, day).some(
    ({ placement, from }) => ofRun.has(placement.demandId) && from === lost.from,
  );
}
