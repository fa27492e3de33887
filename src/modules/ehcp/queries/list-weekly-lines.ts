import { sql } from 'kysely';
import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

const WeeklyLine = z.object({
  commitmentId: z.uuid(),
  pupilId: PupilId,
  forename: z.string(),
  surname: z.string(),
  className: z.string().nullable(),
  words: z.string(),
  byWhom: z.string().nullable(),
  /** How long one time is, and how many there are in a week of five days. */
  minutes: z.int(),
  times: z.int(),
  /** The runs that give it on the day. */
  runIds: z.array(z.uuid()),
});
export type WeeklyLine = z.output<typeof WeeklyLine>;

/**
 * The lines of Section F that bind on a day and say how much is given each day or week, of the pupils whom the actor may see.
 * What is owed by the term or the year has no place in a week. One statement.
 */
export async function listWeeklyLines(tx: Tx, on: SchoolDate): Promise<readonly WeeklyLine[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql`
    with binding as (
      select distinct on (v.ehc_plan_id) v.ehc_plan_id, v.number from ehc_plan_versions v
      join ehc_plans p on p.school_id = v.school_id and p.ehc_plan_id = v.ehc_plan_id
      where v.school_id = ${schoolId} and v.kind <> 'draft' and v.dated_on <= ${on}::date
        and coalesce(p.ended_on >= ${on}::date, true)
      order by v.ehc_plan_id, v.number desc)
    select l.commitment_id, l.pupil_id, n.forename, n.surname, n.class_name, l.words, l.by_whom, l.minutes,
      case l.per when 'day' then l.times * 5 else l.times end as times,
      coalesce((select jsonb_agg(r.run_id) from ehc_line_runs r
        where r.school_id = l.school_id and r.commitment_id = l.commitment_id and r.withdrawn_at is null
          and r.from_on <= ${on}::date and coalesce(r.until_on >= ${on}::date, true)), '[]') as run_ids
    from ehc_lines l join binding b on b.ehc_plan_id = l.ehc_plan_id and b.number = l.number
    join pupil_lines n on n.school_id = l.school_id and n.pupil_id = l.pupil_id
    where l.school_id = ${schoolId} and l.minutes is not null and l.times is not null and l.per in ('day', 'week')
      and coalesce(l.from_on <= ${on}::date, true) and coalesce(l.until_on >= ${on}::date, true)
    order by l.pupil_id, l.position`.execute(tx);
  return z.array(WeeklyLine).parse(rows);
}
