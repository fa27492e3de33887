import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** What a pupil had of one logged session: `minutes` of the `planned`, and the reason where it was not all. */
export type PupilSession = {
  readonly sessionId: string;
  readonly runId: string;
  readonly on: SchoolDate;
  readonly planned: number;
  readonly minutes: number;
  readonly reason: string | null;
};

/** The logged sessions of any run in which a pupil was due, from a day until a day. */
export async function listPupilSessions(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly from: SchoolDate; readonly until: SchoolDate },
): Promise<readonly PupilSession[]> {
  const { rows } = await sql<Omit<PupilSession, 'on'> & { readonly on: string }>`
    select s.session_id, s.run_id, s.on_date as on, s.planned_minutes as planned, h.minutes, h.reason
    from session_pupils h
    join sessions s on s.school_id = h.school_id and s.session_id = h.session_id
    where h.school_id = ${tx.scope.actor.schoolId} and h.pupil_id = ${given.pupilId} and s.withdrawn_at is null
      and s.on_date between ${given.from} and ${given.until}
    order by s.on_date, s.session_id`.execute(tx);
  return rows.map((row) => ({ ...row, on: schoolDate(row.on) }));
}

export type NamedRun = {
  readonly runId: string;
  readonly name: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** The runs that a pupil is or was in, the newest first. */
export async function listRunsOfPupil(tx: Tx, pupilId: PupilId): Promise<readonly NamedRun[]> {
  const { rows } = await sql<{ runId: string; name: string; fromOn: string; untilOn: string | null }>`
    select r.run_id, r.name, min(p.from_on) as from_on, r.until_on
    from run_pupils p join runs r on r.school_id = p.school_id and r.run_id = p.run_id
    where p.school_id = ${tx.scope.actor.schoolId} and p.pupil_id = ${pupilId}
      and p.withdrawn_at is null and r.withdrawn_at is null
    group by r.run_id, r.name, r.until_on order by min(p.from_on) desc, r.name`.execute(tx);
  return rows.map(({ fromOn, untilOn, ...row }) => ({
    ...row,
    fromOn: schoolDate(fromOn),
    untilOn: untilOn === null ? null : schoolDate(untilOn),
  }));
}
