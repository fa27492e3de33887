import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { SenStatus } from '../domain/sen-status.ts';
import { specialPlaceKinds } from '../domain/special-places.ts';

const HeldPlace = z.object({
  pupilId: PupilId,
  surname: z.string(),
  forename: z.string(),
  yearGroup: z.string().nullable(),
  className: z.string().nullable(),
  status: SenStatus,
  needTypes: z.array(z.string()),
  kind: z.enum(specialPlaceKinds),
  fromOn: SchoolDate,
});
export type HeldPlace = z.output<typeof HeldPlace>;

/** The pupils with a place in the SEN unit or in resourced provision today, by year and name. */
export async function listSpecialPlaces(tx: Tx): Promise<readonly HeldPlace[]> {
  const { actor, today } = tx.scope;
  const { rows } = await sql`
    select l.pupil_id, l.surname, l.forename, l.year_group, l.class_name, l.status, l.need_types, d.kind, d.from_on
    from special_places d
    join register_lines l on l.school_id = d.school_id and l.pupil_id = d.pupil_id and l.is_on_roll
    where d.school_id = ${actor.schoolId} and d.from_on <= ${today}::date
      and coalesce(d.until_on >= ${today}::date, true)
    order by l.year_rank, l.surname, l.forename`.execute(tx);
  return z.array(HeldPlace).parse(rows);
}
