import { done, type Result, refused } from '#src/kernel/result.ts';
import { undoKeyWorker } from '#src/modules/pupils/index.ts';
import { withdrawTask } from '#src/modules/tasks/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type BulkChange, type BulkKind, type BulkOutcome, mayUndoBulk } from '../domain/bulk-change.ts';
import { registerEvents } from '../domain/register.events.ts';
import { type Marked, readMarks } from '../queries/bulk-marks.ts';
import { findBulkChange } from '../queries/find-bulk-change.ts';
import { holdPupils } from './hold-pupil.ts';
import { undoStatusChange } from './undo-status-change.ts';

const record = recorder(registerEvents);

export type UndoneBulk = { readonly undone: number; readonly left: number };

/**
 * Takes a deed for many pupils back as one, on the day on which it was done. A pupil whom somebody changed since stays as
 * they are, and the change says which. `all_changed`: nobody is left to take it back for.
 */
export async function undoBulkChange(
  tx: Tx,
  { bulkChangeId, pupilIds }: BulkChange,
): Promise<Result<UndoneBulk, 'too_late' | 'all_changed'>> {
  await holdPupils(tx, pupilIds);
  const change = await findBulkChange(tx, bulkChangeId);
  if (change === null || !mayUndoBulk(change, tx.scope.today)) return refused('too_late');
  const { kind, outcome } = change;
  const marks = await readMarks(tx, kind, {
    pupilIds: outcome.map((one) => one.pupilId),
    made: kind === 'task' ? outcome.flatMap((one) => one.made ?? []) : [],
  });
  const after: BulkOutcome[] = [];
  for (const one of outcome) {
    const now = marks(one.pupilId, one.made);
    const isUndone = now.mark === one.mark && (await undoOne(tx, kind, { one, now }));
    after.push({ ...one, undo: isUndone ? 'undone' : 'left' });
  }
  const undone = after.filter((one) => one.undo === 'undone').length;
  if (undone === 0) return refused('all_changed');
  await tx
    .updateTable('bulkChanges')
    .set({
      state: 'undone',
      undoneAt: tx.scope.clock.now(),
      outcome: JSON.stringify(after),
      version: change.version + 1,
    })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bulkChangeId', '=', bulkChangeId)
    .execute();
  await record(tx, {
    type: 'BulkChangeUndone',
    audience: 'staff',
    subjectId: bulkChangeId,
    changes: { pupils: { before: outcome.length, after: outcome.length - undone } },
  });
  return done({ undone, left: after.length - undone });
}

/** Takes one pupil's part back; false when its own command refuses, as for a task that is done. */
async function undoOne(
  tx: Tx,
  kind: BulkKind,
  { one, now }: { readonly one: BulkOutcome; readonly now: Marked },
): Promise<boolean> {
  const { pupilId, made, ended } = one;
  if (kind === 'status') return made !== null && (await undoStatusChange(tx, made)).ok;
  if (kind === 'task') {
    return now.task !== null && (await withdrawTask(tx, { task: now.task, why: 'Undone the same day' })).ok;
  }
  const spell = (id: string | undefined) => now.spells.find((other) => other.keyWorkerId === id) ?? null;
  await undoKeyWorker(tx, {
    pupilId,
    given: spell(made ?? undefined),
    before: spell(ended?.id),
    untilOn: ended?.untilOn ?? null,
  });
  return true;
}
