import { newId } from '#src/kernel/ids.ts';
import type { Tx } from '../db/scope.ts';

export type Progress = { readonly done: number; readonly total: number };
type Named = { readonly name: string; readonly reference: string };

/** Keeps how far a long piece of work has come, for the page that shows its bar. */
export async function keepProgress(
  tx: Tx,
  { name, reference, done, total }: Named & Progress,
): Promise<void> {
  const { actor } = tx.scope;
  const changed = await tx
    .updateTable('jobProgress')
    .set({ done, total, state: done >= total ? 'done' : 'running' })
    .where('schoolId', '=', actor.schoolId)
    .where('name', '=', name)
    .where('reference', '=', reference)
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  await tx
    .insertInto('jobProgress')
    .values({
      schoolId: actor.schoolId,
      jobProgressId: newId(),
      personId: actor.personId ?? actor.schoolId,
      name,
      reference,
      done,
      total,
      state: 'running',
    })
    .execute();
}

/** How far the work of a name has come; null before it began. */
export async function findProgress(tx: Tx, { name, reference }: Named): Promise<Progress | null> {
  const row = await tx
    .selectFrom('jobProgress')
    .select(['done', 'total'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('name', '=', name)
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row ?? null;
}
