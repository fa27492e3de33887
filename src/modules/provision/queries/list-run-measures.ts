import type { Tx } from '#src/platform/db/scope.ts';

/** What a run is measured by: the keys of its measures. */
export async function listRunMeasures(tx: Tx, runId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('runMeasures')
    .select('measureKey')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('runId', '=', runId)
    .execute();
  return rows.map(({ measureKey }) => measureKey);
}
