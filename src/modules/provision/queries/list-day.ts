import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { stillOpen } from '../domain/ledger.ts';
import { mayLog } from '../domain/log-session.policy.ts';
import { type PlannedSession, plannedSessions } from '../domain/planned.ts';
import { holdsOn } from '../domain/run.ts';
import { type FullRun, listRuns } from './list-runs.ts';
import { listOpenDays } from './list-school-days.ts';
import { type LoggedSession, listSessions } from './list-sessions.ts';

/** A session that is due, with what was logged of it and how the last one went. */
export type DueSession = {
  readonly full: FullRun;
  readonly planned: PlannedSession;
  readonly logged: LoggedSession | null;
  readonly last: LoggedSession | null;
  /** Whether the actor is one of those who run the group on that day. */
  readonly isOwn: boolean;
};

export type Day = {
  readonly on: SchoolDate;
  /** Of this day, by time. */
  readonly due: readonly DueSession[];
  /** Of the days before, and nobody has said what became of them; the oldest first. */
  readonly late: readonly DueSession[];
};

/** How far back sessions that were not logged are asked for, in days. */
export const lookBack = 14;

const isMine = (tx: Tx, { staff }: FullRun, on: SchoolDate): boolean =>
  staff.some((one) => one.personId === tx.scope.actor.personId && holdsOn(one, on));

/** Those of a day that are the actor's own. */
export const ownOf = ({ on, due, late }: Day): Day => ({
  on,
  due: due.filter(({ isOwn }) => isOwn),
  late: late.filter(({ isOwn }) => isOwn),
});

/** The sessions of a day that the actor may log, with those of the two weeks before that are still open. */
export async function listDay(tx: Tx, on: SchoolDate): Promise<Day> {
  const due = await listDue(tx, { today: on, until: on });
  return {
    on,
    due: due.filter(({ planned }) => planned.on === on),
    late: due.filter(({ planned }) => planned.on < on),
  };
}

/** The actor's own sessions from today to another day, before them those that are still open; by day and time. */
export const listOwnAhead = async (tx: Tx, until: SchoolDate): Promise<readonly DueSession[]> =>
  (await listDue(tx, { today: tx.scope.today, until })).filter(({ isOwn }) => isOwn);

/** Every session from today on, and of the two weeks before those that are still open. */
async function listDue(
  tx: Tx,
  { today, until }: { readonly today: SchoolDate; readonly until: SchoolDate },
): Promise<readonly DueSession[]> {
  const from = addDays(today, -lookBack);
  const runs = await listRuns(tx, { from, until });
  const days = await listOpenDays(tx, from, until);
  const logged = await listSessions(tx, { from, until, runIds: runs.map(({ run }) => run.runId) });
  const loggedOf = Map.groupBy(logged, ({ runId }) => runId);
  const sessions = runs.flatMap((full) => {
    const known = loggedOf.get(full.run.runId) ?? [];
    const planned = plannedSessions(full.run, full.slots, { days, from, until });
    const open = new Set(stillOpen({ planned, logged: known }));
    return planned
      .filter((one) => mayLog(tx.scope.actor, full.staff, one.on))
      .filter((one) => full.pupils.some((place) => holdsOn(place, one.on)))
      .filter((one) => one.on >= today || open.has(one))
      .map((one) => ({
        full,
        planned: one,
        logged: known.find((session) => session.slotId === one.slotId && session.on === one.on) ?? null,
        last: known.findLast((session) => session.on < one.on && session.state === 'held') ?? null,
        isOwn: isMine(tx, full, one.on),
      }));
  });
  return sessions.toSorted((one, other) => (timeOf(one) < timeOf(other) ? -1 : 1));
}

const timeOf = ({ planned, full }: DueSession): string =>
  `${planned.on} ${planned.startsAt ?? '99'} ${full.run.name}`;

/** The one session of a place in the week on a day, or the last that was due; null where there is none to log. */
export async function findDue(
  tx: Tx,
  full: FullRun,
  { slotId, on }: { slotId: string; on: SchoolDate | null },
): Promise<PlannedSession | null> {
  const { today } = tx.scope;
  const days = await listOpenDays(tx, full.run.fromOn, today);
  const planned = plannedSessions(full.run, full.slots, { days, from: full.run.fromOn, until: today });
  const own = planned.filter((one) => one.slotId === slotId);
  return (on === null ? own.at(-1) : own.find((one) => one.on === on)) ?? null;
}
