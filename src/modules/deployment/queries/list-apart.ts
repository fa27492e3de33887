import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId, StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

const Apart = z.object({
  adultAvoidId: z.uuid(),
  staffId: StaffId,
  pupilId: PupilId,
  pupil: z.string(),
  fromOn: SchoolDate,
});
export type Apart = z.output<typeof Apart>;

/** Who is kept apart from whom today or later, of the pupils and audiences that the actor may see. */
export async function listApart(tx: Tx): Promise<readonly Apart[]> {
  const { rows } = await sql`
    select a.adult_avoid_id, a.staff_id, a.pupil_id, l.forename || ' ' || l.surname as pupil, a.from_on
    from adult_avoids a join pupil_lines l on l.school_id = a.school_id and l.pupil_id = a.pupil_id
    where a.school_id = ${tx.scope.actor.schoolId} and a.until_on is null
    order by l.surname, l.forename, a.adult_avoid_id`.execute(tx);
  return z.array(Apart).parse(rows);
}
