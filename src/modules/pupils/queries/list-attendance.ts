import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Told } from '../domain/facts.ts';

/** Sessions are half days. */
export type Attendance = Told & {
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  readonly possible: number;
  readonly attended: number;
  readonly authorised: number | null;
  readonly unauthorised: number | null;
};

/** A pupil's attendance period by period, the newest first. */
export async function listAttendance(tx: Tx, pupilId: PupilId): Promise<readonly Attendance[]> {
  const rows = await tx
    .selectFrom('attendance')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .orderBy('fromOn', 'desc')
    .execute();
  return rows.map((row) => ({
    fromOn: schoolDate(row.fromOn),
    untilOn: schoolDate(row.untilOn),
    possible: row.sessionsPossible,
    attended: row.sessionsAttended,
    authorised: row.sessionsAuthorised,
    unauthorised: row.sessionsUnauthorised,
    source: row.source,
    sourceOn: schoolDate(row.sourceOn),
  }));
}

/** `sessions` are half days, null when not known. */
export type Suspension = Told & {
  readonly fromOn: SchoolDate;
  readonly sessions: number | null;
  readonly category: string;
  readonly reason: string | null;
};

/** A pupil's suspensions, the newest first. */
export async function listSuspensions(tx: Tx, pupilId: PupilId): Promise<readonly Suspension[]> {
  const rows = await tx
    .selectFrom('suspensions')
    .select(['fromOn', 'sessions', 'category', 'reason', 'source', 'sourceOn'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .orderBy('fromOn', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    fromOn: schoolDate(row.fromOn),
    sourceOn: schoolDate(row.sourceOn),
  }));
}
