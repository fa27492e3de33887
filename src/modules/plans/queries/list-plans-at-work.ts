import { sql } from 'kysely';
import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { planStates, sectionKinds } from '../domain/plan.ts';

const PlanInShort = z.object({
  planId: z.string(),
  pupilId: PupilId,
  state: z.enum(planStates),
  sections: z.array(z.object({ kind: z.enum(sectionKinds), words: z.string() })),
  targets: z.array(z.string()),
});
/** The plan that a pupil is at work with, in short: the words of its parts and of its targets. */
export type PlanInShort = z.output<typeof PlanInShort>;

/** The plans at work of some pupils. One statement. */
export async function listPlansAtWork(tx: Tx, pupilIds: readonly PupilId[]): Promise<readonly PlanInShort[]> {
  if (pupilIds.length === 0) return [];
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql`
    select p.plan_id, p.pupil_id, p.state, coalesce(s.parts, '[]') as sections, coalesce(t.words, '[]') as targets
    from plans p
    left join (select plan_id, json_agg(json_build_object('kind', kind, 'words', words)) as parts
      from plan_sections where school_id = ${schoolId} and words is not null group by plan_id) s on s.plan_id = p.plan_id
    left join (select plan_id, json_agg(words order by position) as words
      from plan_targets where school_id = ${schoolId} and withdrawn_at is null group by plan_id) t on t.plan_id = p.plan_id
    where p.school_id = ${schoolId} and p.pupil_id = any(${sql.val([...pupilIds])}::uuid[])
      and p.state in ('draft', 'shared', 'issued')`.execute(tx);
  return z.array(PlanInShort).parse(rows);
}
