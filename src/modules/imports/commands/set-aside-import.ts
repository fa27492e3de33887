import { sql } from 'kysely';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { importsEvents } from '../domain/imports.events.ts';
import type { KeptImport } from '../domain/kept-import.ts';

const record = recorder(importsEvents);

/** Puts an import away that nobody wants to take in. Nothing of it was ever written to a pupil. */
export async function setAsideImport(
  tx: Tx,
  { importId, audience }: Pick<KeptImport, 'importId' | 'audience'>,
): Promise<Result<null, 'not_waiting'>> {
  const { numUpdatedRows } = await tx
    .updateTable('imports')
    .set({ state: 'set_aside', version: sql`version + 1` })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', importId)
    .where('state', 'in', ['mapping', 'reviewing'])
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('not_waiting');
  await record(tx, { type: 'ImportSetAside', audience, subjectId: importId });
  return done(null);
}
