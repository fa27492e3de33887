import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

const Row = z.object({ outcomeKey: z.uuid(), targetId: z.uuid(), words: z.string() });
export type OutcomeTarget = z.output<typeof Row>;

/** Which targets of the school's plans work towards which outcome of Section E. */
export async function listOutcomeTargets(tx: Tx, pupilId: PupilId): Promise<readonly OutcomeTarget[]> {
  const rows = await tx
    .selectFrom('ehcOutcomeTargets as o')
    .innerJoin('planTargets as t', (join) =>
      join.onRef('t.schoolId', '=', 'o.schoolId').onRef('t.targetId', '=', 'o.targetId'),
    )
    .select(['o.outcomeKey', 'o.targetId', 't.words'])
    .where('o.schoolId', '=', tx.scope.actor.schoolId)
    .where('o.pupilId', '=', pupilId)
    .where('o.withdrawnAt', 'is', null)
    .where('t.withdrawnAt', 'is', null)
    .orderBy('t.position')
    .execute();
  return z.array(Row).parse(rows);
}
