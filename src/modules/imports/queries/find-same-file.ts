import type { Tx } from '#src/platform/db/scope.ts';
import { KeptImport } from '../domain/kept-import.ts';

/** The newest other import of the very same file that was taken in and not undone; null when there is none. */
export async function findSameFile(
  tx: Tx,
  { importId, sha256 }: Pick<KeptImport, 'importId' | 'sha256'>,
): Promise<KeptImport | null> {
  const row = await tx
    .selectFrom('imports')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('sha256', '=', sha256)
    .where('state', '=', 'committed')
    .where('importId', '!=', importId)
    .orderBy('committedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : KeptImport.parse(row);
}
