import { sql } from 'kysely';
import { keepReach } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { placingEvents } from '../domain/deployment.events.ts';

/**
 * Derives anew who reaches whom by helping in the week or standing in for a day, when who is placed where changed in this
 * transaction. Only those who plan the week do that: whoever sees less of it would seem to find that nothing follows.
 */
export async function refreshWeekReach(tx: Tx): Promise<void> {
  if (placingEvents.some((type) => tx.scope.happened.has(type))) await deriveWeekReach(tx);
}

/** Somebody who signs in helps a pupil of a demand, a line of Section F or a run while they are placed for it (rule dep-5). */
const deriveWeekReach = (tx: Tx): Promise<void> => {
  const { schoolId } = tx.scope.actor;
  return keepReach(tx, {
    whys: ['helps in the week'],
    pupilIds: null,
    derives: (among) => sql`
      with of_help as (
        select d.demand_id::text as key, p.pupil_id, d.from_on, d.until_on from demand_pupils p
        join demands d on d.school_id = p.school_id and d.demand_id = p.demand_id
        where p.school_id = ${schoolId} and p.withdrawn_at is null and d.withdrawn_at is null
        union select commitment_id::text, pupil_id, null::date, null::date from ehc_lines where school_id = ${schoolId}
        union select run_id::text, pupil_id, from_on, until_on from run_pupils
        where school_id = ${schoolId} and withdrawn_at is null),
      given as (
        select placement_id as origin_id, demand_id::text as key, staff_id, from_on, until_on from placements
        where school_id = ${schoolId} and withdrawn_at is null
        union all select cover_move_id, demand_key, to_staff_id, on_date, on_date from cover_moves
        where school_id = ${schoolId} and withdrawn_at is null and to_staff_id is not null)
      select s.person_id, h.pupil_id, 'helps in the week' as why, g.origin_id,
        greatest(g.from_on, h.from_on) as from_on, least(g.until_on, h.until_on, s.left_on) as until_on
      from given g
      join of_help h on h.key = g.key
      join staff s on s.school_id = ${schoolId} and s.staff_id = g.staff_id
      where s.person_id is not null and ${among('h.pupil_id')}`,
  });
};
