import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { Forbidden } from '#src/kernel/stops.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type BulkChange, type BulkGiven, type BulkKind, mostPupils } from '../domain/bulk-change.ts';

/**
 * Notes for whom something is to be done. Nothing about a pupil changes yet, so no event is recorded. Pupils whom the
 * actor does not see are left out. Returns its id.
 */
export async function draftBulkChange(
  tx: Tx,
  { kind, pupilIds }: { readonly kind: BulkKind; readonly pupilIds: readonly PupilId[] },
): Promise<Result<string, 'nobody' | 'too_many'>> {
  const { schoolId, personId } = tx.scope.actor;
  if (personId === null) throw new Forbidden('somebody answers for it');
  const seen = [...(await listNamesOf(tx, [...new Set(pupilIds)])).keys()];
  if (seen.length === 0) return refused('nobody');
  if (seen.length > mostPupils) return refused('too_many');
  const bulkChangeId = newId(tx.scope.clock.now().getTime());
  await tx
    .insertInto('bulkChanges')
    .values({ schoolId, bulkChangeId, byPersonId: personId, kind, pupilIds: seen })
    .execute();
  return done(bulkChangeId);
}

/** Notes what is to be done for each. Refused once it is done. */
export async function giveBulkChange(
  tx: Tx,
  { bulkChangeId, version }: BulkChange,
  given: BulkGiven,
): Promise<Result<void, 'changed_since'>> {
  const { numUpdatedRows } = await tx
    .updateTable('bulkChanges')
    .set({ kind: given.kind, given: JSON.stringify(given), version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bulkChangeId', '=', bulkChangeId)
    .where('state', '=', 'draft')
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? done(undefined) : refused('changed_since');
}
