import { sql } from 'kysely';
import { z } from 'zod';
import { type GroupId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

const NameOfClass = z.object({ pupilId: PupilId, name: z.string() });
export type NameOfClass = z.output<typeof NameOfClass>;

/** Every pupil of a group today, as far as the actor sees them: `Okafor, Amara`, by name. */
export async function listNamesOfClass(tx: Tx, groupId: GroupId): Promise<readonly NameOfClass[]> {
  const { actor, today } = tx.scope;
  const { rows } = await sql`
    select l.pupil_id, l.surname || ', ' || l.forename as name
    from group_pupils p
    join pupil_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id and l.is_on_roll
    where p.school_id = ${actor.schoolId} and p.group_id = ${groupId}
      and p.from_on <= ${today}::date and coalesce(p.until_on >= ${today}::date, true)
    order by l.surname, l.forename`.execute(tx);
  return z.array(NameOfClass).parse(rows);
}
