import { sql } from 'kysely';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** The pupils on roll, of a unit none, who have most of adults' time in a week, the first the most: an hour in a group of four is a quarter. */
export async function dearestPupils(
  tx: Tx,
  { statuses, most }: { readonly statuses: readonly string[]; readonly most: number },
): Promise<readonly PupilId[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<{ pupilId: string }>`
    with size as (select run_id, count(*) as pupils from run_pupils
        where school_id = ${schoolId} and withdrawn_at is null group by run_id),
      week as (select run_id, sum(minutes) as minutes from run_slots
        where school_id = ${schoolId} and withdrawn_at is null group by run_id)
    select l.pupil_id from register_lines l
    join run_pupils r on r.school_id = l.school_id and r.pupil_id = l.pupil_id and r.withdrawn_at is null
    join size s on s.run_id = r.run_id
    left join week w on w.run_id = r.run_id
    where l.school_id = ${schoolId} and l.is_on_roll and l.special_place is null and l.status = any(${statuses}::text[])
    group by l.pupil_id, l.surname
    order by sum(coalesce(w.minutes, 0)::numeric / s.pupils) desc, l.surname, l.pupil_id limit ${most}`.execute(
    tx,
  );
  return rows.map(({ pupilId }) => PupilId.parse(pupilId));
}
