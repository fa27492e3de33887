import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

const Row = z.object({
  staffId: StaffId,
  /** The teacher, as the school calls them. */
  who: z.string(),
  /** The class or teaching group, and of a timetable of two weeks which week. */
  what: z.string(),
  weekday: z.number(),
  startsAt: z.string(),
  minutes: z.number(),
  fromOn: SchoolDate,
  untilOn: SchoolDate.nullable(),
});
type LessonTaught = z.output<typeof Row>;

/** The lessons that some members of staff teach from a day on, of those of which the times are held. One statement. */
export async function listLessonsTaught(
  tx: Tx,
  { staffIds, from }: { readonly staffIds: readonly StaffId[]; readonly from: SchoolDate },
): Promise<readonly LessonTaught[]> {
  if (staffIds.length === 0) return [];
  const { rows } = await sql`
    select l.staff_id, concat_ws(' ', coalesce(s.title, s.forename), s.surname) as who,
      case when l.week = '' then g.name else g.name || ' (week ' || l.week || ')' end as what,
      l.weekday, to_char(l.starts_at, 'HH24:MI') as starts_at,
      (extract(epoch from l.ends_at - l.starts_at) / 60)::int as minutes, l.from_on, l.until_on
    from lessons l
    join groups g on g.school_id = l.school_id and g.group_id = l.group_id
    join staff s on s.school_id = l.school_id and s.staff_id = l.staff_id
    where l.school_id = ${tx.scope.actor.schoolId} and l.staff_id = any(${[...staffIds]}::uuid[])
      and l.ends_at > l.starts_at and coalesce(l.until_on >= ${from}::date, true)
    order by l.weekday, l.starts_at, l.lesson_id`.execute(tx);
  return z.array(Row).parse(rows);
}
