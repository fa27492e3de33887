import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** A pupil whom the trust opened on a day, and why. */
export type TrustView = { readonly pupilId: PupilId; readonly onDay: SchoolDate; readonly why: string };

const MOST = 20;

/** What people of the trust opened in the last `days` days, today included, the last first; for those who see it. */
export async function listTrustViews(tx: Tx, days: number): Promise<readonly TrustView[]> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ pupilId: string; onDay: string; why: string }>`
    select pupil_id, (at at time zone 'Europe/London')::date as on_day, coalesce(why, '') as why
    from events
    where school_id = ${actor.schoolId} and type = 'PupilOpenedByTrust'
      and at > (${today}::date - ${days}::int)::timestamp at time zone 'Europe/London'
    order by event_id desc limit ${MOST}`.execute(tx);
  return rows.map((row) => ({
    pupilId: PupilId.parse(row.pupilId),
    onDay: schoolDate(row.onDay),
    why: row.why,
  }));
}
