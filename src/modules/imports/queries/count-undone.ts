import { sql } from 'kysely';
import type { ImportId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** How many entries an undo took back, and how many stay as somebody has touched them since. */
export async function countUndone(
  tx: Tx,
  importId: ImportId,
): Promise<{ readonly undone: number; readonly touchedSince: number }> {
  const { rows } = await sql<{ undone: number; touchedSince: number }>`
    select count(distinct (table_name, row_key)) filter (where undone = 'undone')::int as undone,
      count(distinct (table_name, row_key)) filter (where undone = 'touched since')::int as touched_since
    from import_changes
    where school_id = ${tx.scope.actor.schoolId} and import_id = ${importId}`.execute(tx);
  return rows[0] ?? { undone: 0, touchedSince: 0 };
}
