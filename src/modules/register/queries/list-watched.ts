import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { concernAreas, outcomes } from '../domain/concern.ts';
import { SenStatus } from '../domain/sen-status.ts';
import { type WatchedPupil, watchedSince } from '../domain/watch-list.ts';

const Watched = z.object({
  pupilId: PupilId,
  surname: z.string(),
  forename: z.string(),
  yearGroup: z.string().nullable(),
  yearRank: z.number(),
  className: z.string().nullable(),
  status: SenStatus,
  needTypes: z.array(z.string()),
  concerns: z.number(),
  raisers: z.number(),
  areas: z.array(z.enum(concernAreas)),
  lastRaisedOn: SchoolDate.nullable(),
  lastOutcome: z.enum(outcomes).nullable(),
  lastDecidedOn: SchoolDate.nullable(),
  lookAgainOn: SchoolDate.nullable(),
  isEal: z.boolean(),
  isPupilPremium: z.boolean(),
  isFsm: z.boolean(),
  isYoungCarer: z.boolean(),
  isInCare: z.boolean(),
  sessionsPossible: z.number(),
  sessionsAttended: z.number(),
});

/**
 * The pupils on roll about whom a concern was raised within the window, or whom somebody is to look at again, with
 * what may bear on it. One statement; `watchListOf` says who of them stands on the list.
 */
export async function listWatched(tx: Tx): Promise<readonly WatchedPupil[]> {
  const { actor, today } = tx.scope;
  const since = sql`${watchedSince(today)}::date`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = l.school_id and ${sql.ref(`${table}.pupil_id`)} = l.pupil_id`;
  const so = (kind: string) =>
    sql`coalesce(bool_or(f.kind = ${kind} and f.value not in ('no', 'N', 'U', 'R')), false)`;
  const { rows } = await sql`
    with raised as (
      select c.pupil_id, count(*)::int as concerns, count(distinct c.raised_by_person_id)::int as raisers,
        array_agg(distinct c.area) as areas, max(c.raised_on) as last_raised_on
      from concerns c
      where c.school_id = ${actor.schoolId} and c.withdrawn_at is null and c.raised_on >= ${since}
      group by c.pupil_id),
    decided as (
      select distinct on (d.pupil_id) d.pupil_id, d.outcome, d.decided_on
      from concern_decisions d
      where d.school_id = ${actor.schoolId} and d.withdrawn_at is null
      order by d.pupil_id, d.recorded_at desc, d.place desc, d.concern_decision_id desc),
    looks as (
      select d.pupil_id, min(t.due_on) as look_again_on
      from concern_decisions d
      join tasks t on t.school_id = d.school_id and t.task_id = d.task_id
      where d.school_id = ${actor.schoolId} and d.withdrawn_at is null and d.outcome = 'monitor'
        and t.done_at is null and t.withdrawn_at is null
      group by d.pupil_id)
    select l.pupil_id, l.surname, l.forename, l.year_group, l.year_rank, l.class_name, l.status, l.need_types,
      coalesce(r.concerns, 0) as concerns, coalesce(r.raisers, 0) as raisers, coalesce(r.areas, '{}') as areas,
      r.last_raised_on, d.outcome as last_outcome, d.decided_on as last_decided_on, k.look_again_on,
      l.is_eal, l.is_pupil_premium, l.is_fsm, f.is_young_carer, f.is_in_care, a.sessions_possible, a.sessions_attended
    from register_lines l
    left join raised r on r.pupil_id = l.pupil_id
    left join decided d on d.pupil_id = l.pupil_id
    left join looks k on k.pupil_id = l.pupil_id
    left join lateral (
      select ${so('young_carer')} as is_young_carer, ${so('in_care')} as is_in_care from pupil_facts f
      where ${own('f')} and f.kind in ('young_carer', 'in_care') and f.withdrawn_at is null
        and f.from_on <= ${today}::date and coalesce(f.until_on >= ${today}::date, true)) f on true
    left join lateral (
      select coalesce(sum(a.sessions_possible), 0)::int as sessions_possible,
        coalesce(sum(a.sessions_attended), 0)::int as sessions_attended
      from attendance a where ${own('a')} and a.until_on >= ${since} and a.from_on <= ${today}::date) a on true
    where l.school_id = ${actor.schoolId} and l.is_on_roll and (r.pupil_id is not null or k.pupil_id is not null)
    order by l.surname, l.forename, l.pupil_id`.execute(tx);
  return z.array(Watched).parse(rows);
}
