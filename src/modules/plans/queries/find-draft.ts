import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type DraftPart, type PlanDraft, readTyped } from '../domain/plan-draft.ts';

/** What the actor themselves left unsaved of a part of a pupil's plan, or null. */
export async function findDraft(tx: Tx, pupilId: PupilId, part: DraftPart): Promise<PlanDraft | null> {
  const { schoolId, personId } = tx.scope.actor;
  if (personId === null) return null;
  const row = await tx
    .selectFrom('planDrafts')
    .select(['words', 'baseVersion', 'savedAt'])
    .where('schoolId', '=', schoolId)
    .where('personId', '=', personId)
    .where('pupilId', '=', pupilId)
    .where('part', '=', part)
    .executeTakeFirst();
  const typed = row === undefined ? null : readTyped(JSON.stringify(row.words));
  return row === undefined || typed === null
    ? null
    : { typed, baseVersion: row.baseVersion, savedAt: row.savedAt };
}
