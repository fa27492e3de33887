import type { Tx } from '#src/platform/db/scope.ts';
import { type KeptPeriod, periodsOf } from '../domain/document-period.ts';

/** How long each kind is kept at this school. */
export async function listDocumentPeriods(tx: Tx): Promise<readonly KeptPeriod[]> {
  const rows = await tx
    .selectFrom('documentPeriods')
    .select(['kind', 'keepYears', 'keepFrom', 'why', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .execute();
  return periodsOf(
    rows.map(({ keepYears, keepFrom, ...row }) => ({
      ...row,
      years: keepYears,
      from: keepFrom === 'birth' ? 'birth' : 'document',
    })),
  );
}
