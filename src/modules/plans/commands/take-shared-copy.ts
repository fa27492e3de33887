import { createHash } from 'node:crypto';
import { newId } from '#src/kernel/ids.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Plan } from '../domain/plan.ts';
import { contentOf } from '../domain/plan-version.ts';
import { findSharedCopy } from '../queries/list-shared-copies.ts';

/**
 * Keeps a plan as it stands now, for the family to read and to sign. One that says the same as the last is not kept
 * twice. The event is the caller's.
 */
export async function takeSharedCopy(tx: Tx, plan: Plan): Promise<void> {
  const { actor, clock } = tx.scope;
  const { planId, pupilId } = plan;
  const content = JSON.stringify(contentOf(plan));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const last = await findSharedCopy(tx, planId);
  if (last?.sha256 === sha256) return;
  const names = await listNamesOf(tx, [pupilId]);
  await tx
    .insertInto('planSharedCopies')
    .values({
      schoolId: actor.schoolId,
      sharedCopyId: newId(clock.now().getTime()),
      planId,
      number: (last?.number ?? 0) + 1,
      pupilId,
      pupilName: names.get(pupilId) ?? 'the pupil',
      content,
      sha256,
      madeAt: clock.now(),
      madeBy: actor.personId,
    })
    .execute();
}
