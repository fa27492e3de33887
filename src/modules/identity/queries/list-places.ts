import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { type PersonId, SchoolId } from '#src/kernel/ids.ts';
import { asOnlyPerson } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';

export type Place = {
  readonly schoolId: SchoolId;
  readonly schoolName: string;
  readonly roles: readonly string[];
};

/** The schools where somebody holds a role on a day, by name; a trust's role opens every school of the trust. */
export function listPlaces(program: Program, personId: PersonId, on: SchoolDate): Promise<Place[]> {
  return asOnlyPerson({ db: program.database.app }, personId, async (tx) => {
    const { rows } = await sql<{ schoolId: string; schoolName: string; roles: string[] }>`
      select s.school_id, s.name as school_name, array_agg(distinct held.role) as roles
      from (
        select m.school_id, m.role from memberships m
        where m.person_id = ${personId} and m.withdrawn_at is null and m.from_on <= ${on}::date
          and (m.until_on is null or m.until_on >= ${on}::date)
        union all
        select s.school_id, t.role from trust_memberships t join schools s on s.trust_id = t.trust_id
        where t.person_id = ${personId} and t.from_on <= ${on}::date
          and (t.until_on is null or t.until_on >= ${on}::date)
      ) held join schools s on s.school_id = held.school_id
      group by s.school_id, s.name
      order by s.name`.execute(tx);
    return rows.map((row) => ({ ...row, schoolId: SchoolId.parse(row.schoolId) }));
  });
}
