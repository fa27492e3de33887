import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { DraftPart, PlanDraft } from '../domain/plan-draft.ts';

type Of = { readonly pupilId: PupilId; readonly part: DraftPart };

/**
 * Keeps what somebody has typed so far, for them alone. It changes no record and so leaves no event: only saving does.
 */
export async function keepDraft(
  tx: Tx,
  given: Of & { readonly typed: PlanDraft['typed']; readonly baseVersion: number },
): Promise<void> {
  const { actor, clock } = tx.scope;
  if (actor.personId === null) return;
  const { pupilId, part, typed, baseVersion } = given;
  const set = { words: JSON.stringify(typed), baseVersion, savedAt: clock.now() };
  await tx
    .insertInto('planDrafts')
    .values({ schoolId: actor.schoolId, personId: actor.personId, pupilId, part, ...set })
    .onConflict((oc) => oc.columns(['schoolId', 'pupilId', 'part', 'personId']).doUpdateSet(set))
    .execute();
}

/** Throws the actor's own draft away: it was saved, or is not wanted. */
export async function throwAwayDraft(tx: Tx, { pupilId, part }: Of): Promise<void> {
  const { schoolId, personId } = tx.scope.actor;
  if (personId === null) return;
  await tx
    .deleteFrom('planDrafts')
    .where('schoolId', '=', schoolId)
    .where('personId', '=', personId)
    .where('pupilId', '=', pupilId)
    .where('part', '=', part)
    .execute();
}
