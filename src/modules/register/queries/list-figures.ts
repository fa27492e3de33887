import type { Tx } from '#src/platform/db/scope.ts';
import { type Figure, isFigurePart } from '../domain/register-figures.ts';

/** The counts of the register: none for those who may not see figures. */
export async function listFigures(tx: Tx): Promise<readonly Figure[]> {
  const rows = await tx
    .selectFrom('registerFigures')
    .select(['part', 'key', 'status', 'pupils'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .execute();
  return rows.flatMap((row) => (isFigurePart(row.part) ? [{ ...row, part: row.part }] : []));
}
