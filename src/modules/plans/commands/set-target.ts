import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Plan, Strategy, Target, TargetWords } from '../domain/plan.ts';
import type { PlanRefusal } from '../domain/plan-refusals.ts';
import { strategyLine } from '../domain/plan-version.ts';
import { plansEvents } from '../domain/plans.events.ts';
import { changePlanState } from './change-plan-state.ts';

const record = recorder(plansEvents);

type NewTarget = {
  readonly planId: string;
  readonly pupilId: PupilId;
  readonly words: TargetWords;
  readonly position: number;
  readonly carriedFromId: string | null;
};

/** Writes the rows of a target. The event is the caller's. Returns the target's id. */
export async function insertTarget(tx: Tx, given: NewTarget): Promise<string> {
  const { strategies, ...words } = given.words;
  const { planId, pupilId, position, carriedFromId } = given;
  const targetId = newId(tx.scope.clock.now().getTime());
  const { schoolId } = tx.scope.actor;
  await tx
    .insertInto('planTargets')
    .values({ schoolId, targetId, planId, pupilId, position, carriedFromId, ...words })
    .execute();
  await writeStrategies(tx, { targetId, pupilId, strategies });
  return targetId;
}

async function writeStrategies(
  tx: Tx,
  given: { targetId: string; pupilId: PupilId; strategies: readonly Strategy[] },
): Promise<void> {
  const { targetId, pupilId, strategies } = given;
  const { schoolId } = tx.scope.actor;
  await tx
    .deleteFrom('planStrategies')
    .where('schoolId', '=', schoolId)
    .where('targetId', '=', targetId)
    .execute();
  if (strategies.length === 0) return;
  await tx
    .insertInto('planStrategies')
    .values(strategies.map((one, at) => ({ schoolId, targetId, pupilId, position: at + 1, ...one })))
    .execute();
}

/** As an event tells it: plain words, the strategies as lines. */
const told = ({ strategies, ...words }: TargetWords) => ({
  ...words,
  strategies: strategies.map(strategyLine).join('\n') || null,
});

/** Sets a new target at the end of a plan. Returns its id. */
export async function setTarget(
  tx: Tx,
  given: { readonly plan: Plan; readonly words: TargetWords },
): Promise<Result<string, PlanRefusal>> {
  const { plan, words } = given;
  const allowed = await changePlanState(tx, plan, { step: 'write' });
  if (!allowed.ok) return allowed;
  const { planId, pupilId, targets } = plan;
  const position = Math.max(0, ...targets.map((one) => one.position)) + 1;
  const targetId = await insertTarget(tx, { planId, pupilId, words, position, carriedFromId: null });
  await record(tx, {
    type: 'TargetSet',
    audience: 'plans',
    pupilId,
    subjectId: targetId,
    changes: changesBetween({}, told(words)),
  });
  return done(targetId);
}

/** Changes a target that is as it was read. Nothing different, nothing recorded. */
export async function changeTarget(
  tx: Tx,
  given: { readonly plan: Plan; readonly target: Target; readonly words: TargetWords },
): Promise<Result<boolean, PlanRefusal>> {
  const { plan, target, words } = given;
  const { targetId, version, review: _, position: __, ...held } = target;
  const changes = changesBetween(told(held), told(words));
  if (nothingChanged(changes)) return done(false);
  const allowed = await changePlanState(tx, plan, { step: 'write' });
  if (!allowed.ok) return allowed;
  const { strategies, ...set } = words;
  const { numUpdatedRows } = await tx
    .updateTable('planTargets')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('targetId', '=', targetId)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await writeStrategies(tx, { targetId, pupilId: plan.pupilId, strategies });
  await record(tx, {
    type: 'TargetChanged',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: targetId,
    changes,
  });
  return done(true);
}

/** Takes a target out of a plan with a reason. It stays on record. */
export async function withdrawTarget(
  tx: Tx,
  given: { readonly plan: Plan; readonly target: Target; readonly why: string },
): Promise<Result<null, PlanRefusal>> {
  const { plan, target, why } = given;
  const allowed = await changePlanState(tx, plan, { step: 'write' });
  if (!allowed.ok) return allowed;
  const { numUpdatedRows } = await tx
    .updateTable('planTargets')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: target.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('targetId', '=', target.targetId)
    .where('version', '=', target.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, {
    type: 'TargetWithdrawn',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: target.targetId,
    why,
    changes: { target: { before: target.words, after: null } },
  });
  return done(null);
}
