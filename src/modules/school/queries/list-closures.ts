import { schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ClosureId, type KeptClosure } from '../domain/school-records.ts';

/** When the school was or will be shut out of turn, the newest first. Withdrawn ones are left out. */
export async function listClosures(tx: Tx): Promise<KeptClosure[]> {
  const rows = await tx
    .selectFrom('closures')
    .select(['closureId', 'fromOn', 'reopensOn', 'reason'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('withdrawnAt', 'is', null)
    .orderBy('fromOn', 'desc')
    .execute();
  return rows.map((row) => ({
    closureId: ClosureId.parse(row.closureId),
    from: schoolDate(row.fromOn),
    reopensOn: schoolDate(row.reopensOn),
    reason: row.reason,
  }));
}
