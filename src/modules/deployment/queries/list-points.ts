import { sql } from 'kysely';
import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { PointFact } from '../domain/full-week.ts';

const NamedPoint = PointFact.extend({ pupil: z.string() });
export type NamedPoint = z.output<typeof NamedPoint>;

/** What pupils must not miss on a day or later, by the name of the pupil. */
export async function listPoints(tx: Tx, from: SchoolDate): Promise<readonly NamedPoint[]> {
  const { rows } = await sql`
    select f.fixed_point_id, f.pupil_id, l.forename || ' ' || l.surname as pupil, f.words, f.weekday, f.from_minute, f.until_minute
    from fixed_points f join pupil_lines l on l.school_id = f.school_id and l.pupil_id = f.pupil_id
    where f.school_id = ${tx.scope.actor.schoolId} and f.withdrawn_at is null and coalesce(f.until_on >= ${from}::date, true)
    order by l.surname, l.forename, f.weekday, f.from_minute, f.fixed_point_id`.execute(tx);
  return z.array(NamedPoint).parse(rows);
}
