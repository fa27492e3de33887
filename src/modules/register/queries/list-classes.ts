import { sql } from 'kysely';
import { z } from 'zod';
import { GroupId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

const ClassRow = z.object({
  groupId: GroupId,
  kind: z.enum(['class', 'teaching']),
  name: z.string(),
  subject: z.string().nullable(),
  staff: z.array(z.string()),
  pupils: z.number(),
  withNeeds: z.number(),
});
/** A class or teaching group of today; `withNeeds` are its pupils on the register or monitored. */
export type ClassOfToday = z.output<typeof ClassRow>;

/**
 * The groups of today that the actor may open as a class page: those that they are in charge of, or all for those who
 * reach the whole school. Whom the walls hide is not counted. One statement.
 */
export async function listClasses(tx: Tx, groupId: GroupId | null = null): Promise<readonly ClassOfToday[]> {
  const { actor, today } = tx.scope;
  const inForce = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = ${actor.schoolId} and ${sql.ref(`${table}.from_on`)} <= ${today}::date
      and coalesce(${sql.ref(`${table}.until_on`)} >= ${today}::date, true)`;
  const isWhole = actor.reach === 'school';
  const { rows } = await sql`
    with taught as (
      select t.group_id, bool_or(s.person_id = ${actor.personId}::uuid) as is_own,
        array_agg(concat_ws(' ', coalesce(s.title, s.forename), s.surname) order by s.surname, s.forename) as staff
      from group_staff t join staff s on s.school_id = t.school_id and s.staff_id = t.staff_id
      where ${inForce('t')} group by t.group_id),
    filled as (
      select p.group_id, count(*)::int as pupils,
        count(*) filter (where l.status in ('monitoring', 'sen_support', 'ehc_plan'))::int as with_needs
      from group_pupils p
      join register_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id and l.is_on_roll
      where ${inForce('p')} group by p.group_id)
    select g.group_id, g.kind, g.name, g.subject, coalesce(t.staff, '{}') as staff,
      coalesce(f.pupils, 0) as pupils, coalesce(f.with_needs, 0) as with_needs
    from groups g
    left join taught t on t.group_id = g.group_id
    left join filled f on f.group_id = g.group_id
    where ${inForce('g')} and (${isWhole} or coalesce(t.is_own, false))
      and (${groupId}::uuid is null or g.group_id = ${groupId}::uuid)
    order by g.kind, g.name`.execute(tx);
  const byNumber = new Intl.Collator('en-GB', { numeric: true });
  const classes = z.array(ClassRow).parse(rows);
  return classes.toSorted(
    (one, other) => one.kind.localeCompare(other.kind) || byNumber.compare(one.name, other.name),
  );
}
