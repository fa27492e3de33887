import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { HeldSkill } from '../domain/insight/training-needs.ts';

const Skill = z.object({ skillId: z.string(), name: z.string() });
const Held = z.object({
  skillId: z.string(),
  staffId: StaffId,
  name: z.string(),
  untilOn: SchoolDate.nullable(),
});

/** The skills that the school speaks of, by name. */
export async function listSkillNames(tx: Tx): Promise<readonly z.output<typeof Skill>[]> {
  const { rows } = await sql`
    select skill_id, name from skills where school_id = ${tx.scope.actor.schoolId} and withdrawn_at is null
    order by lower(name)`.execute(tx);
  return z.array(Skill).parse(rows);
}

/** Who of the adults of the week has which skill on a day, and until when. */
export async function listSkillsHeld(tx: Tx, on: SchoolDate): Promise<readonly HeldSkill[]> {
  const { rows } = await sql`
    select k.skill_id, k.staff_id, concat_ws(' ', coalesce(s.title, s.forename), s.surname) as name, k.until_on
    from adult_skills k
    join staff s on s.school_id = k.school_id and s.staff_id = k.staff_id
    join adult_weeks w on w.school_id = k.school_id and w.staff_id = k.staff_id
      and w.from_on <= ${on}::date and coalesce(w.until_on >= ${on}::date, true)
    where k.school_id = ${tx.scope.actor.schoolId} and k.withdrawn_at is null
      and k.from_on <= ${on}::date and coalesce(k.until_on >= ${on}::date, true)
    order by s.surname, s.forename`.execute(tx);
  return z.array(Held).parse(rows);
}
