import { done, type Result, refused } from '#src/kernel/result.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Plan, type PlanStep, stateAfter } from '../domain/plan.ts';
import type { PlanRefusal } from '../domain/plan-refusals.ts';

type Set = Partial<
  Pick<RowOf<'plans'>, 'sharedOn' | 'sharedWith' | 'reviewOn' | 'issuedOn' | 'reviewedOn' | 'withdrawnWhy'>
>;

/**
 * Takes a step of a plan that is as it was read: `not_now` where the step may not be taken in its state, `stale` when
 * somebody has changed it since. Every write to a part of a plan takes its step too, so that a plan which is issued
 * meanwhile is not changed behind its back.
 */
export async function changePlanState(
  tx: Tx,
  plan: Plan,
  given: { readonly step: PlanStep; readonly set?: Set },
): Promise<Result<null, PlanRefusal>> {
  const state = stateAfter(plan.state, given.step);
  if (state === null) return refused('not_now');
  const { numUpdatedRows } = await tx
    .updateTable('plans')
    .set({ ...given.set, state, version: given.step === 'write' ? plan.version : plan.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planId', '=', plan.planId)
    .where('version', '=', plan.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? done(null) : refused('stale');
}
