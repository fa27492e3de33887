import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';

/**
 * Counts the pupils on roll anew from their register lines: all, by status, by primary need, year, FSM and EAL.
 * Writes only the counts that differ; a part that nobody is in any more counts nought.
 */
export async function refreshFigures(tx: Tx): Promise<void> {
  const { schoolId } = tx.scope.actor;
  // Whoever counts next waits here and then sees these lines: a count is never older than its lines.
  await sql`
    insert into register_figures (school_id, part, key, status, pupils)
    values (${schoolId}, 'roll', 'all', 'all', 0)
    on conflict (school_id, part, key, status) do update set pupils = register_figures.pupils`.execute(tx);
  await sql`
    with kinds as (
      select status, coalesce(need_types[1], 'none') as need, coalesce(year_group, 'none') as year,
        case when is_fsm then 'yes' else 'no' end as fsm, case when is_eal then 'yes' else 'no' end as eal,
        count(*) as pupils
      from register_lines where school_id = ${schoolId} and is_on_roll group by 1, 2, 3, 4, 5),
    counted as (
      select v.part, v.key, v.status, sum(kinds.pupils)::integer as pupils
      from kinds cross join lateral (values
        ('roll', 'all', 'all'), ('status', kinds.status, kinds.status), ('need', kinds.need, kinds.status),
        ('year', kinds.year, kinds.status), ('fsm', kinds.fsm, kinds.status), ('eal', kinds.eal, kinds.status)
      ) as v (part, key, status)
      where v.part <> 'need' or kinds.status in ('sen_support', 'ehc_plan')
      group by 1, 2, 3)
    insert into register_figures (school_id, part, key, status, pupils)
    select ${schoolId}::uuid, part, key, status, pupils from counted
    union all
    select f.school_id, f.part, f.key, f.status, 0 from register_figures f
    where f.school_id = ${schoolId} and not exists (
      select from counted c where c.part = f.part and c.key = f.key and c.status = f.status)
    on conflict (school_id, part, key, status) do update set pupils = excluded.pupils
    where register_figures.pupils <> excluded.pupils`.execute(tx);
}
