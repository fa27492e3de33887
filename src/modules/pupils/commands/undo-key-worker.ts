import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';
import type { KeyWorkerSpell } from '../queries/list-key-workers.ts';

const record = recorder(pupilsEvents);

export type UndoneKeyWorker = {
  readonly pupilId: PupilId;
  /** Who was given by mistake; null when somebody was only ended. */
  readonly given: KeyWorkerSpell | null;
  /** Whose time was ended for it, and until when it lasts again. */
  readonly before: KeyWorkerSpell | null;
  readonly untilOn: SchoolDate | null;
};

/** Takes back that a key worker was given: they are withdrawn, and who was key worker before is so again. */
export async function undoKeyWorker(tx: Tx, undone: UndoneKeyWorker): Promise<void> {
  const { pupilId, given, before, untilOn } = undone;
  if (given !== null) await set(tx, given, { withdrawnAt: tx.scope.clock.now() });
  if (before !== null) await set(tx, before, { untilOn });
  await record(tx, {
    type: 'KeyWorkerUndone',
    audience: 'staff',
    pupilId,
    subjectId: given?.staffId ?? before?.staffId ?? pupilId,
    changes: { keyWorker: { before: given?.name ?? null, after: before?.name ?? null } },
  });
}

type Set = { readonly withdrawnAt: Date } | { readonly untilOn: SchoolDate | null };

async function set(tx: Tx, { keyWorkerId, version }: KeyWorkerSpell, values: Set): Promise<void> {
  await tx
    .updateTable('keyWorkers')
    .set({ ...values, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('keyWorkerId', '=', keyWorkerId)
    .execute();
}
