import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Plan } from '../domain/plan.ts';
import type { Finding } from '../domain/plan-quality.ts';
import type { PlanRefusal } from '../domain/plan-refusals.ts';
import { plansEvents } from '../domain/plans.events.ts';
import type { SetAside } from '../domain/set-aside.ts';
import { changePlanState } from './change-plan-state.ts';

const record = recorder(plansEvents);

/** Sets what a rule found aside for this plan, with a reason. It is back as soon as what the rule looked at changes. */
export async function setFindingAside(
  tx: Tx,
  given: { readonly plan: Plan; readonly finding: Finding; readonly why: string },
): Promise<Result<null, PlanRefusal>> {
  const { plan, finding, why } = given;
  const allowed = await changePlanState(tx, plan, { step: 'write' });
  if (!allowed.ok) return allowed;
  const { aboutId, rule, lookedAt } = finding;
  const { actor, clock } = tx.scope;
  const set = { why, lookedAt, byPersonId: actor.personId, setAsideAt: clock.now(), withdrawnAt: null };
  await tx
    .insertInto('setAsideFindings')
    .values({
      schoolId: actor.schoolId,
      aboutId,
      ruleId: rule.id,
      planId: plan.planId,
      pupilId: plan.pupilId,
      ...set,
    })
    .onConflict((oc) =>
      oc
        .columns(['schoolId', 'aboutId', 'ruleId'])
        .doUpdateSet((eb) => ({ ...set, version: eb('setAsideFindings.version', '+', 1) })),
    )
    .execute();
  await record(tx, {
    type: 'FindingSetAside',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: aboutId,
    why,
    changes: { [rule.id]: { before: 'found', after: 'set aside' } },
  });
  return done(null);
}

/** Brings a finding back that was set aside. `stale` when somebody else did, or gave another reason, meanwhile. */
export async function bringFindingBack(
  tx: Tx,
  given: { readonly plan: Plan; readonly held: SetAside },
): Promise<Result<null, PlanRefusal>> {
  const { plan, held } = given;
  const { actor, clock } = tx.scope;
  const { numUpdatedRows } = await tx
    .updateTable('setAsideFindings')
    .set({ withdrawnAt: clock.now(), version: held.version + 1 })
    .where('schoolId', '=', actor.schoolId)
    .where('aboutId', '=', held.aboutId)
    .where('ruleId', '=', held.ruleId)
    .where('version', '=', held.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'FindingBroughtBack',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: held.aboutId,
    changes: { [held.ruleId]: { before: `set aside: ${held.why}`, after: 'found' } },
  });
  return done(null);
}
