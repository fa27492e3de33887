import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Plan } from '../domain/plan.ts';
import type { PlanRefusal } from '../domain/plan-refusals.ts';
import { plansEvents } from '../domain/plans.events.ts';
import { changePlanState } from './change-plan-state.ts';

const record = recorder(plansEvents);

/** Sets the day of the review of a plan that is being written, or none. The same day changes nothing. */
export async function setReviewDay(
  tx: Tx,
  given: { readonly plan: Plan; readonly reviewOn: SchoolDate | null },
): Promise<Result<boolean, PlanRefusal>> {
  const { plan, reviewOn } = given;
  if (plan.reviewOn === reviewOn) return done(false);
  const allowed = await changePlanState(tx, plan, { step: 'write', set: { reviewOn } });
  if (!allowed.ok) return allowed;
  await record(tx, {
    type: 'ReviewDaySet',
    audience: 'plans',
    pupilId: plan.pupilId,
    subjectId: plan.planId,
    changes: { reviewOn: { before: plan.reviewOn, after: reviewOn } },
  });
  return done(true);
}
