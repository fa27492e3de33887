import type { Tx } from '#src/platform/db/scope.ts';
import { type FullRun, findRun } from './list-runs.ts';

const keys = {
  runPupils: 'runPupilId',
  runStaff: 'runStaffId',
  runSlots: 'slotId',
  runCosts: 'runCostId',
} as const;

/** The run that a pupil's place, an adult's, a place in the week or a cost belongs to; null where there is none to see. */
export async function findRunOf(tx: Tx, table: keyof typeof keys, id: string): Promise<FullRun | null> {
  const row = await tx
    .selectFrom(table)
    .select('runId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where(keys[table], '=', id)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : findRun(tx, row.runId);
}
