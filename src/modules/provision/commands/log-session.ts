import { plain, type SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { findCalendarAround, isSchoolDay } from '#src/modules/school/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { provisionEvents } from '../domain/provision.events.ts';
import { holdsOn, type Slot, staffOn } from '../domain/run.ts';
import type { LostReason, SessionPupil } from '../domain/session.ts';
import type { FullRun } from '../queries/list-runs.ts';
import type { LoggedSession } from '../queries/list-sessions.ts';

const record = recorder(provisionEvents);

/** What became of a session, as whoever was there tells it. */
export type SessionTold = {
  readonly state: 'held' | 'cancelled';
  /** How long it was; left out, as long as planned. 0 for one that was cancelled. */
  readonly minutes?: number | undefined;
  /** It was longer than planned, or outside the week, and that is meant. */
  readonly isExtra?: boolean;
  /** Of one that was cancelled. */
  readonly reason: LostReason | null;
  /** Pupils who were due and not there. */
  readonly missing: readonly { readonly pupilId: PupilId; readonly reason: LostReason }[];
  readonly note: string | null;
  readonly nextStep: string | null;
};

export type LogRefusal =
  | 'logged_already'
  | 'not_due'
  | 'in_future'
  | 'nobody_in_it'
  | 'longer_than_planned'
  | 'no_minutes'
  | 'no_reason'
  | 'stale';

export type NewLog = SessionTold & {
  readonly full: FullRun;
  /** The place in the week; null for a session outside it, which is extra. */
  readonly slotId: string | null;
  readonly on: SchoolDate;
  /** Made by the device: a repeat of the same key is the same session. */
  readonly clientKey?: string | undefined;
};

type Settled = {
  readonly plannedMinutes: number;
  readonly minutesHeld: number;
  readonly isExtra: boolean;
  readonly pupils: readonly SessionPupil[];
  readonly staffIds: readonly StaffId[];
};

/**
 * Logs what became of a session. Every pupil who was in the run on that day gets a line: there, or not and why. Returns the
 * session’s id; a repeat by the same device gives the same. Two people at once: the second is told that it is logged already.
 */
export async function logSession(tx: Tx, given: NewLog): Promise<Result<string, LogRefusal>> {
  const { full, slotId, on, clientKey } = given;
  const repeat = clientKey === undefined ? null : await findByKey(tx, clientKey);
  if (repeat !== null) return done(repeat);
  if (on > tx.scope.today) return refused('in_future');
  const slot = full.slots.find((one) => one.slotId === slotId) ?? null;
  if (slotId !== null && !(await isDue(tx, full, slot, on))) return refused('not_due');
  const settled = settle(full, { ...given, plannedMinutes: slot?.minutes ?? 0 });
  if (!settled.ok) return settled;
  const { actor, clock } = tx.scope;
  const sessionId = newId(clock.now().getTime());
  const { plannedMinutes, minutesHeld, isExtra, pupils, staffIds } = settled.value;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sessions')
    .values({
      schoolId: actor.schoolId,
      sessionId,
      runId: full.run.runId,
      slotId,
      onDate: on,
      state: given.state,
      plannedMinutes,
      minutesHeld,
      isExtra,
      reason: given.state === 'cancelled' ? given.reason : null,
      note: given.note,
      nextStep: given.nextStep,
      loggedBy: actor.personId,
      loggedAt: clock.now(),
      clientKey: clientKey ?? null,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refused('logged_already');
  await writeWhoWasThere(tx, sessionId, { pupils, staffIds, minutesHeld });
  await record(tx, {
    type: 'SessionLogged',
    audience: 'notes',
    subjectId: sessionId,
    changes: toldChanges(null, { ...given, minutesHeld, pupils }),
  });
  return done(sessionId);
}

async function findByKey(tx: Tx, clientKey: string): Promise<string | null> {
  const row = await tx
    .selectFrom('sessions')
    .select('sessionId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('clientKey', '=', clientKey)
    .executeTakeFirst();
  return row?.sessionId ?? null;
}

/** Whether a place in the week is due on a day: it and the run last, and the school is open. */
async function isDue(tx: Tx, { run }: FullRun, slot: Slot | null, on: SchoolDate): Promise<boolean> {
  if (slot === null || run.isWithdrawn || !holdsOn(run, on) || !holdsOn(slot, on)) return false;
  if (plain(on).dayOfWeek !== slot.weekday) return false;
  return isSchoolDay(await findCalendarAround(tx, { from: on, until: on }), on);
}

/** Works out minutes and who was there, or says why what was told cannot be. */
function settle(
  full: FullRun,
  told: SessionTold & { readonly on: SchoolDate; readonly plannedMinutes: number },
): Result<Settled, LogRefusal> {
  const { state, on, plannedMinutes, isExtra = false } = told;
  const due = full.pupils.filter((place) => holdsOn(place, on) && holdsOn(full.run, on));
  if (due.length === 0) return refused('nobody_in_it');
  if (state === 'cancelled' && told.reason === null) return refused('no_reason');
  const minutesHeld = state === 'cancelled' ? 0 : (told.minutes ?? plannedMinutes);
  if (state === 'held' && minutesHeld < 1) return refused('no_minutes');
  if (minutesHeld > plannedMinutes && !isExtra) return refused('longer_than_planned');
  const pupils = due.map(({ pupilId }) => partOf(pupilId, told, minutesHeld));
  const staffIds = state === 'cancelled' ? [] : staffOn(full.staff, on).map(({ staffId }) => staffId);
  return done({
    plannedMinutes,
    minutesHeld,
    isExtra: isExtra && (minutesHeld > plannedMinutes || plannedMinutes === 0),
    pupils,
    staffIds: [...new Set(staffIds)],
  });
}

function partOf(pupilId: PupilId, told: SessionTold, minutes: number): SessionPupil {
  const reason =
    told.state === 'cancelled'
      ? told.reason
      : (told.missing.find((one) => one.pupilId === pupilId)?.reason ?? null);
  if (reason === null) return { pupilId, state: 'present', reason, minutes };
  return { pupilId, state: reason === 'pupil_absent' ? 'absent' : 'missed', reason, minutes: 0 };
}

type WhoWasThere = Pick<Settled, 'pupils' | 'staffIds' | 'minutesHeld'>;

async function writeWhoWasThere(tx: Tx, sessionId: string, who: WhoWasThere): Promise<void> {
  const of = { schoolId: tx.scope.actor.schoolId, sessionId };
  await tx
    .insertInto('sessionPupils')
    .values(who.pupils.map((one) => ({ ...of, ...one })))
    .onConflict((oc) =>
      oc.columns(['schoolId', 'sessionId', 'pupilId']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        reason: eb.ref('excluded.reason'),
        minutes: eb.ref('excluded.minutes'),
      })),
    )
    .execute();
  await tx
    .deleteFrom('sessionStaff')
    .where('schoolId', '=', of.schoolId)
    .where('sessionId', '=', sessionId)
    .execute();
  if (who.staffIds.length === 0) return;
  await tx
    .insertInto('sessionStaff')
    .values(who.staffIds.map((staffId) => ({ ...of, staffId, minutes: who.minutesHeld })))
    .execute();
}

type Account = Pick<SessionTold, 'state' | 'reason' | 'note' | 'nextStep'> & {
  readonly minutesHeld: number;
  readonly pupils: readonly SessionPupil[];
};

const summed = (of: Account) => ({
  state: of.state,
  minutes: of.minutesHeld,
  reason: of.state === 'cancelled' ? of.reason : null,
  present: of.pupils.filter(({ state }) => state === 'present').length,
  missing: of.pupils.filter(({ state }) => state !== 'present').map(({ pupilId }) => pupilId),
  note: of.note,
  nextStep: of.nextStep,
});

/** Ids, never names: the event is kept when the words of a page are long gone. */
function toldChanges(before: Account | null, after: Account) {
  const was = before === null ? null : summed(before);
  return Object.fromEntries(
    Object.entries(summed(after))
      .map(
        ([name, value]) =>
          [name, { before: was === null ? null : Reflect.get(was, name), after: value }] as const,
      )
      .filter(([, { before: one, after: other }]) => JSON.stringify(one) !== JSON.stringify(other)),
  );
}

/** Says otherwise what became of a session that is as it was read. Nothing different, nothing recorded. */
export async function changeSession(
  tx: Tx,
  given: SessionTold & { readonly full: FullRun; readonly session: LoggedSession; readonly version: number },
): Promise<Result<boolean, LogRefusal>> {
  const { full, session, version } = given;
  if (session.version !== version) return refused('stale');
  const { on, plannedMinutes, sessionId } = session;
  const isExtra = given.isExtra ?? session.isExtra;
  const settled = settle(full, { ...given, isExtra, on, plannedMinutes });
  if (!settled.ok) return settled;
  const { pupils, staffIds, minutesHeld } = settled.value;
  const changes = toldChanges(session, { ...given, minutesHeld, pupils });
  if (Object.keys(changes).length === 0) return done(false);
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({
      state: given.state,
      minutesHeld,
      isExtra: settled.value.isExtra,
      reason: given.state === 'cancelled' ? given.reason : null,
      note: given.note,
      nextStep: given.nextStep,
      version: version + 1,
    })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('sessionId', '=', sessionId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await writeWhoWasThere(tx, sessionId, { pupils, staffIds, minutesHeld });
  await record(tx, { type: 'SessionChanged', audience: 'notes', subjectId: sessionId, changes });
  return done(true);
}

/** Takes back what was logged: the session is open again. The record of it stays, withdrawn. */
export async function undoSession(
  tx: Tx,
  session: LoggedSession,
  why: string,
): Promise<Result<null, 'stale'>> {
  const { numUpdatedRows } = await tx
    .updateTable('sessions')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('sessionId', '=', session.sessionId)
    .where('version', '=', session.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const changes = { state: { before: session.state, after: null } };
  await record(tx, { type: 'SessionUndone', audience: 'notes', subjectId: session.sessionId, why, changes });
  return done(null);
}
