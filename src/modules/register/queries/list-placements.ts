import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { SenStatus } from '../domain/sen-status.ts';

const Placement = z.object({
  pupilId: PupilId,
  surname: z.string(),
  forename: z.string(),
  yearGroup: z.string().nullable(),
  status: SenStatus,
  enrolment: z.enum(['C', 'M', 'S', 'G', 'F', 'O']),
  fromOn: SchoolDate,
  referringSchool: z.string().nullable(),
  returnExpectedOn: SchoolDate.nullable(),
});
/** A pupil whom another school sent, or who belongs to two at once. */
export type Placement = z.output<typeof Placement>;

/** The placements of today, the next to return first, those without a day of return last. */
export async function listPlacements(tx: Tx): Promise<readonly Placement[]> {
  const { actor, today } = tx.scope;
  const { rows } = await sql`
    select l.pupil_id, l.surname, l.forename, l.year_group, l.status, e.status as enrolment, e.from_on,
      e.referring_school, e.return_expected_on
    from enrolments e
    join register_lines l on l.school_id = e.school_id and l.pupil_id = e.pupil_id
    where e.school_id = ${actor.schoolId} and e.from_on <= ${today}::date
      and coalesce(e.until_on >= ${today}::date, true)
      and (e.referring_school is not null or e.return_expected_on is not null or e.status in ('M', 'S', 'G'))
    order by e.return_expected_on nulls last, l.surname, l.forename`.execute(tx);
  return z.array(Placement).parse(rows);
}
