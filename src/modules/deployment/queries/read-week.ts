import { sql } from 'kysely';
import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { AdultFact, DemandFact, PlacedFact, PointFact, SchoolWeekFact } from '../domain/full-week.ts';

const holds = (table: string, on: SchoolDate) =>
  sql`${sql.ref(`${table}.from_on`)} <= ${on}::date and coalesce(${sql.ref(`${table}.until_on`)} >= ${on}::date, true)`;

/** The school day that holds on a day; null before one was set. */
export async function readSchoolWeek(tx: Tx, on: SchoolDate): Promise<SchoolWeekFact | null> {
  const { rows } = await sql`
    select w.school_week_id, w.from_on, w.travel_minutes, w.version,
      (select coalesce(jsonb_agg(jsonb_build_object('slotId', s.slot_id, 'weekday', s.weekday, 'fromMinute', s.from_minute,
        'untilMinute', s.until_minute, 'kind', s.kind) order by s.weekday, s.from_minute), '[]') from week_slots s
        where s.school_id = w.school_id and s.school_week_id = w.school_week_id) as slots
    from school_weeks w
    where w.school_id = ${tx.scope.actor.schoolId} and w.withdrawn_at is null and w.from_on <= ${on}::date
    order by w.from_on desc limit 1`.execute(tx);
  return SchoolWeekFact.nullable().parse(rows[0] ?? null);
}

/** The adults whose week is set on a day, by surname. What an hour costs is there for those alone who may see it. */
export async function readAdults(tx: Tx, on: SchoolDate): Promise<readonly AdultFact[]> {
  const { rows } = await sql`
    select w.staff_id, s.person_id, concat_ws(' ', coalesce(s.title, s.forename), s.surname) as name, s.post,
      w.adult_week_id, w.from_on, w.most_in_row, w.site_id, w.version,
      (select coalesce(jsonb_agg(jsonb_build_object('weekday', t.weekday, 'fromMinute', t.from_minute,
        'untilMinute', t.until_minute) order by t.weekday, t.from_minute), '[]') from adult_times t
        where t.school_id = w.school_id and t.adult_week_id = w.adult_week_id) as times,
      (select coalesce(jsonb_agg(n.name order by n.name), '[]') from adult_skills k
        join skills n on n.school_id = k.school_id and n.skill_id = k.skill_id
        where k.school_id = w.school_id and k.staff_id = w.staff_id and k.withdrawn_at is null and ${holds('k', on)}) as skills,
      (select coalesce(jsonb_agg(a.pupil_id), '[]') from adult_avoids a
        where a.school_id = w.school_id and a.staff_id = w.staff_id and ${holds('a', on)}) as avoids,
      (select c.minutes_per_week from contracts c where c.school_id = w.school_id and c.staff_id = w.staff_id
        and c.withdrawn_at is null and ${holds('c', on)}) as contract_minutes,
      (select c.weeks_per_year from contracts c where c.school_id = w.school_id and c.staff_id = w.staff_id
        and c.withdrawn_at is null and ${holds('c', on)}) as contract_weeks,
      (select r.pence_per_hour from cost_rates r where r.school_id = w.school_id and r.staff_id = w.staff_id
        and r.withdrawn_at is null and ${holds('r', on)}) as pence_an_hour
    from adult_weeks w join staff s on s.school_id = w.school_id and s.staff_id = w.staff_id
    where w.school_id = ${tx.scope.actor.schoolId} and ${holds('w', on)} and coalesce(s.left_on >= ${on}::date, true)
    order by s.surname, s.forename, w.staff_id`.execute(tx);
  return z.array(AdultFact).parse(rows);
}

/** What was said by hand of the demands that hold on a day, with the pupils whom the actor may see. */
export async function readDemands(tx: Tx, on: SchoolDate | null): Promise<readonly DemandFact[]> {
  const { rows } = await sql`
    select d.demand_id, d.kind, d.name, d.force, d.times, d.length, d.once_per_day, d.weekdays, d.from_minute, d.until_minute,
      d.slot_kinds, d.room, d.group_id, g.name as group_name, d.site_id, to_jsonb(d.skill_ids) as skill_ids,
      (select coalesce(jsonb_agg(n.name order by n.name), '[]') from skills n
        where n.school_id = d.school_id and n.skill_id = any(d.skill_ids)) as skill_names,
      to_jsonb(d.staff_ids) as staff_ids, d.need, d.from_on, d.until_on, d.withdrawn_at is not null as is_withdrawn, d.version,
      (select coalesce(jsonb_agg(jsonb_build_object('pupilId', p.pupil_id, 'forename', l.forename, 'surname', l.surname,
        'className', l.class_name) order by l.surname, l.forename), '[]')
        from demand_pupils p join pupil_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id
        where p.school_id = d.school_id and p.demand_id = d.demand_id and p.withdrawn_at is null) as pupils
    from demands d left join groups g on g.school_id = d.school_id and g.group_id = d.group_id
    where d.school_id = ${tx.scope.actor.schoolId}
      and (${on === null} or ${holds('d', on ?? tx.scope.today)} and (d.withdrawn_at is null or d.kind in ('run', 'line')))
    order by d.name, d.demand_id`.execute(tx);
  return z.array(DemandFact).parse(rows);
}

const Placed = z.object({ placed: z.array(PlacedFact), version: z.coerce.number().int() });

/** What is placed by hand on a day, and a number that grows with each change of any of it. */
export async function readPlaced(tx: Tx, on: SchoolDate): Promise<z.output<typeof Placed>> {
  const { rows } = await sql`
    select coalesce(sum(p.version), 0) + 1 as version,
      coalesce(jsonb_agg(jsonb_build_object('demandId', p.demand_id, 'staffId', p.staff_id, 'weekday', p.weekday,
        'fromMinute', p.from_minute, 'isPinned', p.is_pinned) order by p.weekday, p.from_minute)
        filter (where p.withdrawn_at is null and ${holds('p', on)}), '[]') as placed
    from placements p where p.school_id = ${tx.scope.actor.schoolId}`.execute(tx);
  return Placed.parse(rows[0]);
}

/** What pupils must not miss on a day, of those whom the actor may see. */
export async function readPoints(tx: Tx, on: SchoolDate): Promise<readonly PointFact[]> {
  const { rows } = await sql`
    select f.fixed_point_id, f.pupil_id, f.words, f.weekday, f.from_minute, f.until_minute from fixed_points f
    where f.school_id = ${tx.scope.actor.schoolId} and f.withdrawn_at is null and ${holds('f', on)}
    order by f.weekday, f.from_minute, f.fixed_point_id`.execute(tx);
  return z.array(PointFact).parse(rows);
}
