import { sql } from 'kysely';
import { z } from 'zod';
import { GroupId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

const ClassReading = z.object({
  groupId: GroupId,
  kind: z.enum(['class', 'teaching']),
  name: z.string(),
  subject: z.string().nullable(),
  /** Pupils with a card; with a plan and no card; with a card that the actor has still to read. */
  cards: z.number(),
  without: z.number(),
  toRead: z.number(),
  /** Staff in charge of the class who sign in and have still to read: how many cards each. */
  waiting: z.array(z.object({ name: z.string(), cards: z.number() })),
  /** Staff in charge of the class who do not sign in, and so cannot say that they have read. */
  silent: z.array(z.string()),
});
/** A class of today, its lesson cards, and who has still to read them. */
export type ClassReading = z.output<typeof ClassReading>;

/**
 * The classes of today with their cards: those that the actor is in charge of, or `all` for those who reach the whole
 * school. Classes where nobody has a card or a plan are left out. One statement.
 */
export async function listClassReading(tx: Tx, which: 'own' | 'all'): Promise<readonly ClassReading[]> {
  const { actor, today } = tx.scope;
  const inForce = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = ${actor.schoolId} and ${sql.ref(`${table}.from_on`)} <= ${today}::date
      and coalesce(${sql.ref(`${table}.until_on`)} >= ${today}::date, true)`;
  const isAll = which === 'all' && actor.reach === 'school';
  const { rows } = await sql`
    with taught as (
      select t.group_id, s.person_id, concat_ws(' ', coalesce(s.title, s.forename), s.surname) as name
      from group_staff t join staff s on s.school_id = t.school_id and s.staff_id = t.staff_id
      where ${inForce('t')}),
    shown as (
      select g.group_id, g.kind, g.name, g.subject from groups g
      where ${inForce('g')} and (${isAll} or exists (
        select from taught t where t.group_id = g.group_id and t.person_id = ${actor.personId}::uuid))),
    filled as (
      select p.group_id, p.pupil_id, c.version, a.plan_id is not null as has_plan
      from group_pupils p
      join shown g on g.group_id = p.group_id
      join pupil_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id and l.is_on_roll
      left join cards c on c.school_id = p.school_id and c.pupil_id = p.pupil_id
      left join plans a on a.school_id = p.school_id and a.pupil_id = p.pupil_id
        and a.state in ('draft', 'shared', 'issued')
      where ${inForce('p')} and (c.pupil_id is not null or a.plan_id is not null)),
    seen as (
      select pupil_id, person_id, max(card_version) as version from card_seen
      where school_id = ${actor.schoolId} group by pupil_id, person_id),
    late as (
      select t.group_id, t.name, count(*)::int as cards
      from taught t join filled f on f.group_id = t.group_id and f.version is not null and t.person_id is not null
      left join seen s on s.pupil_id = f.pupil_id and s.person_id = t.person_id
      where f.version > coalesce(s.version, 0) group by t.group_id, t.person_id, t.name)
    select g.group_id, g.kind, g.name, g.subject, count(f.version)::int as cards,
      count(*) filter (where f.version is null)::int as without,
      count(*) filter (where f.version > coalesce(m.version, 0))::int as to_read,
      (select coalesce(json_agg(json_build_object('name', l.name, 'cards', l.cards) order by l.name), '[]')
        from late l where l.group_id = g.group_id) as waiting,
      (select coalesce(json_agg(t.name order by t.name), '[]') from taught t
        where t.group_id = g.group_id and t.person_id is null) as silent
    from shown g
    join filled f on f.group_id = g.group_id
    left join seen m on m.pupil_id = f.pupil_id and m.person_id = ${actor.personId}::uuid
    group by g.group_id, g.kind, g.name, g.subject
    order by g.kind, g.name`.execute(tx);
  const byNumber = new Intl.Collator('en-GB', { numeric: true });
  return z
    .array(ClassReading)
    .parse(rows)
    .toSorted((one, other) => one.kind.localeCompare(other.kind) || byNumber.compare(one.name, other.name));
}
