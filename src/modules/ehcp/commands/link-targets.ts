import { newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ehcPlanEvents } from '../domain/ehc-plan.events.ts';
import type { EhcOutcome, EhcPlan } from '../domain/ehc-plan.ts';
import type { OutcomeTarget } from '../queries/list-outcome-targets.ts';

const record = recorder(ehcPlanEvents);

type Linking = {
  readonly plan: EhcPlan;
  readonly outcome: EhcOutcome;
  readonly linked: readonly OutcomeTarget[];
  readonly targetIds: readonly string[];
};

/** Says which targets of the school's plan work towards an outcome (Code of Practice 9.69). Nothing new, nothing recorded. */
export async function linkTargets(tx: Tx, { plan, outcome, linked, targetIds }: Linking): Promise<boolean> {
  const { actor, clock } = tx.scope;
  const before = linked
    .filter(({ outcomeKey }) => outcomeKey === outcome.outcomeKey)
    .map(({ targetId }) => targetId);
  const added = targetIds.filter((id) => !before.includes(id));
  const left = before.filter((id) => !targetIds.includes(id));
  if (added.length + left.length === 0) return false;
  const { outcomeKey } = outcome;
  const { ehcPlanId, pupilId } = plan;
  if (left.length > 0)
    await tx
      .updateTable('ehcOutcomeTargets')
      .set({ withdrawnAt: clock.now() })
      .where('schoolId', '=', actor.schoolId)
      .where('outcomeKey', '=', outcomeKey)
      .where('targetId', 'in', left)
      .where('withdrawnAt', 'is', null)
      .execute();
  if (added.length > 0)
    await tx
      .insertInto('ehcOutcomeTargets')
      .values(
        added.map((targetId) => ({
          schoolId: actor.schoolId,
          ehcOutcomeTargetId: newId(clock.now().getTime()),
          ehcPlanId,
          outcomeKey,
          targetId,
          pupilId,
        })),
      )
      .onConflict((on) => on.doNothing())
      .execute();
  await record(tx, {
    type: 'EhcTargetsLinked',
    audience: 'plans',
    pupilId,
    subjectId: outcomeKey,
    changes: { targets: { before, after: targetIds } },
  });
  return true;
}
