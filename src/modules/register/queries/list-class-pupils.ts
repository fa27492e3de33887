import { sql } from 'kysely';
import { z } from 'zod';
import { type GroupId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { SenStatus } from '../domain/sen-status.ts';

const ClassPupil = z.object({
  pupilId: PupilId,
  surname: z.string(),
  forename: z.string(),
  status: SenStatus,
  keyWorker: z.string().nullable(),
  /** In order of rank. */
  needs: z.array(z.object({ senType: z.string(), ownWords: z.string().nullable() })),
  strengths: z.array(z.string()),
});
export type ClassPupil = z.output<typeof ClassPupil>;

/** The pupils of a group today who are on the register or monitored, by name, as far as the actor sees them. */
export async function listClassPupils(tx: Tx, groupId: GroupId): Promise<readonly ClassPupil[]> {
  const { actor, today } = tx.scope;
  const inForce = (table: string) =>
    sql`${sql.ref(`${table}.from_on`)} <= ${today}::date and coalesce(${sql.ref(`${table}.until_on`)} >= ${today}::date, true)`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = l.school_id and ${sql.ref(`${table}.pupil_id`)} = l.pupil_id
      and ${sql.ref(`${table}.withdrawn_at`)} is null and ${inForce(table)}`;
  const { rows } = await sql`
    select l.pupil_id, l.surname, l.forename, l.status, l.key_worker,
      (select coalesce(json_agg(json_build_object('senType', n.sen_type, 'ownWords', n.own_words) order by n.rank), '[]')
        from needs n where ${own('n')}) as needs,
      (select coalesce(json_agg(g.words order by g.recorded_at), '[]') from strengths g where ${own('g')}) as strengths
    from group_pupils p
    join register_lines l on l.school_id = p.school_id and l.pupil_id = p.pupil_id and l.is_on_roll
    where p.school_id = ${actor.schoolId} and p.group_id = ${groupId} and ${inForce('p')}
      and l.status in ('monitoring', 'sen_support', 'ehc_plan')
    order by l.surname, l.forename`.execute(tx);
  return z.array(ClassPupil).parse(rows);
}
