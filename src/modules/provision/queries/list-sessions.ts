import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PersonId, PupilId, StaffId } from '#src/kernel/ids.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type LostReason,
  lostReasons,
  type PupilState,
  type Session,
  type SessionPupil,
  type SessionStaff,
} from '../domain/session.ts';
import { known } from './run-rows.ts';

/** A session as it was logged, with whoever was due of those whom the actor may see. */
export type LoggedSession = Session & {
  readonly pupils: readonly SessionPupil[];
  readonly staff: readonly SessionStaff[];
  readonly loggedBy: PersonId | null;
};

const reasonOf = (code: string | null): LostReason | null =>
  code === null
    ? null
    : known(
        lostReasons.map((reason) => reason.code),
        code,
      );
const states: readonly PupilState[] = ['present', 'absent', 'missed'];

const sessionOf = (row: RowOf<'sessions'>): Session => ({
  sessionId: row.sessionId,
  runId: row.runId,
  slotId: row.slotId,
  on: schoolDate(row.onDate),
  state: row.state === 'held' ? 'held' : 'cancelled',
  plannedMinutes: row.plannedMinutes,
  minutesHeld: row.minutesHeld,
  isExtra: row.isExtra,
  reason: reasonOf(row.reason),
  note: row.note,
  nextStep: row.nextStep,
  version: row.version,
});

export type SessionsAsked = {
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  /** These runs alone; without, those of all. */
  readonly runIds?: readonly string[];
};

/** The sessions logged for the days from one to another, both included, by day; what was undone is left out. Two statements. */
export async function listSessions(tx: Tx, asked: SessionsAsked): Promise<readonly LoggedSession[]> {
  const { schoolId } = tx.scope.actor;
  const { from, until, runIds } = asked;
  if (runIds?.length === 0) return [];
  const rows = await tx
    .selectFrom('sessions')
    .selectAll()
    .where('schoolId', '=', schoolId)
    .where('onDate', '>=', from)
    .where('onDate', '<=', until)
    .where('withdrawnAt', 'is', null)
    .$if(runIds !== undefined, (query) => query.where('runId', 'in', [...(runIds ?? [])]))
    .orderBy('onDate')
    .orderBy('sessionId')
    .execute();
  return withWhoWasThere(tx, rows);
}

/** Sessions by their ids, in order of these; what was undone is left out. */
export async function listSessionsById(tx: Tx, ids: readonly string[]): Promise<readonly LoggedSession[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('sessions')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(sql<boolean>`session_id = any(${[...ids]}::uuid[])`)
    .where('withdrawnAt', 'is', null)
    .orderBy('sessionId')
    .execute();
  return withWhoWasThere(tx, rows);
}

/** One session that stands; null where there is none. */
export async function findSession(tx: Tx, sessionId: string): Promise<LoggedSession | null> {
  const [found] = await listSessionsById(tx, [sessionId]);
  return found ?? null;
}

async function withWhoWasThere(
  tx: Tx,
  rows: readonly RowOf<'sessions'>[],
): Promise<readonly LoggedSession[]> {
  if (rows.length === 0) return [];
  const { schoolId } = tx.scope.actor;
  const ids = rows.map((row) => row.sessionId);
  const among = sql<boolean>`session_id = any(${ids}::uuid[])`;
  const { pupils, staff } = await tx.scope.together({
    pupils: (part) =>
      part
        .selectFrom('sessionPupils')
        .select(['sessionId', 'pupilId', 'state', 'reason', 'minutes'])
        .where('schoolId', '=', schoolId)
        .where(among)
        .execute(),
    staff: (part) =>
      part
        .selectFrom('sessionStaff')
        .select(['sessionId', 'staffId', 'minutes'])
        .where('schoolId', '=', schoolId)
        .where(among)
        .execute(),
  });
  const pupilsOf = Map.groupBy(pupils, ({ sessionId }) => sessionId);
  const staffOf = Map.groupBy(staff, ({ sessionId }) => sessionId);
  return rows.map((row) => ({
    ...sessionOf(row),
    loggedBy: row.loggedBy === null ? null : PersonId.parse(row.loggedBy),
    pupils: (pupilsOf.get(row.sessionId) ?? []).map((one) => ({
      pupilId: PupilId.parse(one.pupilId),
      state: known(states, one.state),
      reason: reasonOf(one.reason),
      minutes: one.minutes,
    })),
    staff: (staffOf.get(row.sessionId) ?? []).map((one) => ({
      staffId: StaffId.parse(one.staffId),
      minutes: one.minutes,
    })),
  }));
}
