import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { KeptImport } from '../domain/kept-import.ts';

const uuid = /^[0-9a-f-]{36}$/;

/** Who brought imports, by import: as they are known in the school. From the shell nobody is named. */
export async function listUploaders(
  tx: Tx,
  imports: readonly Pick<KeptImport, 'importId' | 'uploadedBy'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = imports.map(({ uploadedBy }) => uploadedBy).filter((id) => uuid.test(id));
  const rows = await tx
    .selectFrom('members')
    .select(['personId', 'knownAs'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('personId', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const names = new Map(rows.map((row) => [row.personId, row.knownAs]));
  return new Map(imports.map((one) => [one.importId, names.get(one.uploadedBy) ?? 'the command line']));
}
