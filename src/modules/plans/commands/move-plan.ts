import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Plan, TargetReview } from '../domain/plan.ts';
import { planMark } from '../domain/plan-mark.ts';
import type { PlanRefusal } from '../domain/plan-refusals.ts';
import { contentOf } from '../domain/plan-version.ts';
import { plansEvents } from '../domain/plans.events.ts';
import { reviewLine } from '../domain/review-plan.form.ts';
import { findPlanAtWork } from '../queries/find-plan.ts';
import { changePlanState } from './change-plan-state.ts';
import { takeSharedCopy } from './take-shared-copy.ts';

const record = recorder(plansEvents);

const of = ({ planId, pupilId }: Plan) => ({ audience: 'plans', pupilId, subjectId: planId }) as const;

type DayRefusal = PlanRefusal | 'in_future' | 'before_start' | 'review_in_past';

/** Notes that the draft was shared with the parents: when, with whom and how, and the day of the review. */
export async function sharePlan(
  tx: Tx,
  given: {
    readonly plan: Plan;
    readonly sharedOn: SchoolDate;
    readonly sharedWith: string;
    readonly reviewOn: SchoolDate;
  },
): Promise<Result<null, DayRefusal>> {
  const { plan, sharedOn, sharedWith, reviewOn } = given;
  if (sharedOn > tx.scope.today) return refused('in_future');
  if (sharedOn < plan.begunOn) return refused('before_start');
  if (reviewOn <= sharedOn) return refused('review_in_past');
  const moved = await changePlanState(tx, plan, { step: 'share', set: { sharedOn, sharedWith, reviewOn } });
  if (!moved.ok) return moved;
  await takeSharedCopy(tx, { ...plan, sharedOn, sharedWith, reviewOn });
  await record(tx, {
    type: 'PlanShared',
    ...of(plan),
    changes: {
      sharedOn: { before: plan.sharedOn, after: sharedOn },
      sharedWith: { before: plan.sharedWith, after: sharedWith },
      reviewOn: { before: plan.reviewOn, after: reviewOn },
    },
  });
  return done(null);
}

/**
 * Issues a shared plan: it is kept as it stands, under the pupil's next number, and locked. Returns the number. `stale` too
 * when a part or a target was saved since the plan was read, by somebody who came first to its lock.
 */
export async function issuePlan(tx: Tx, plan: Plan): Promise<Result<number, PlanRefusal>> {
  const { actor, today } = tx.scope;
  const moved = await changePlanState(tx, plan, { step: 'issue', set: { issuedOn: today } });
  if (!moved.ok) return moved;
  const { planId, pupilId } = plan;
  const locked = await findPlanAtWork(tx, pupilId);
  if (locked === null || planMark({ ...locked, version: plan.version }) !== planMark(plan))
    return refused('stale');
  const { last } = await tx
    .selectFrom('planVersions')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.lit(0)).as('last'))
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', '=', pupilId)
    .executeTakeFirstOrThrow();
  const number = Number(last) + 1;
  await tx
    .insertInto('planVersions')
    .values({
      schoolId: actor.schoolId,
      pupilId,
      number,
      planId,
      issuedOn: today,
      issuedBy: actor.personId,
      content: JSON.stringify(contentOf(plan)),
    })
    .execute();
  await record(tx, {
    type: 'PlanIssued',
    ...of(plan),
    changes: { number: { before: number === 1 ? null : number - 1, after: number } },
  });
  return done(number);
}

/** Opens an issued plan again with a reason. What was issued stays as it was until the plan is issued anew. */
export async function reopenPlan(
  tx: Tx,
  given: { readonly plan: Plan; readonly why: string },
): Promise<Result<null, PlanRefusal>> {
  const moved = await changePlanState(tx, given.plan, { step: 'reopen' });
  if (!moved.ok) return moved;
  await record(tx, {
    type: 'PlanReopened',
    ...of(given.plan),
    why: given.why,
    changes: { state: { before: 'issued', after: 'draft' } },
  });
  return done(null);
}

/** Withdraws a plan that was not issued, with a reason. It stays on record. */
export async function withdrawPlan(
  tx: Tx,
  given: { readonly plan: Plan; readonly why: string },
): Promise<Result<null, PlanRefusal>> {
  const { plan, why } = given;
  const moved = await changePlanState(tx, plan, { step: 'withdraw', set: { withdrawnWhy: why } });
  if (!moved.ok) return moved;
  await record(tx, {
    type: 'PlanWithdrawn',
    ...of(plan),
    why,
    changes: { state: { before: plan.state, after: 'withdrawn' } },
  });
  return done(null);
}

/**
 * Reviews every target of an issued plan in one go; marks that stood are made final as they are given. The plan is then
 * closed; the next cycle is begun apart.
 */
export async function reviewPlan(
  tx: Tx,
  given: {
    readonly plan: Plan;
    readonly reviewedOn: SchoolDate;
    readonly reviews: readonly (TargetReview & { readonly targetId: string })[];
  },
): Promise<Result<null, DayRefusal>> {
  const { plan, reviewedOn, reviews } = given;
  const { actor, today } = tx.scope;
  if (reviewedOn > today) return refused('in_future');
  if (plan.issuedOn !== null && reviewedOn < plan.issuedOn) return refused('before_start');
  const moved = await changePlanState(tx, plan, { step: 'review', set: { reviewedOn } });
  if (!moved.ok) return moved;
  const { planId, pupilId } = plan;
  const by = { schoolId: actor.schoolId, byPersonId: actor.personId };
  if (reviews.length > 0) {
    await tx
      .insertInto('targetReviews')
      .values(reviews.map((one) => ({ ...by, planId, pupilId, reviewedOn, ...one })))
      .onConflict((oc) =>
        oc.columns(['schoolId', 'targetId']).doUpdateSet((eb) => ({
          rating: eb.ref('excluded.rating'),
          decision: eb.ref('excluded.decision'),
          words: eb.ref('excluded.words'),
          reviewedOn: eb.ref('excluded.reviewedOn'),
          byPersonId: eb.ref('excluded.byPersonId'),
          version: eb('targetReviews.version', '+', 1),
        })),
      )
      .execute();
  }
  await record(tx, {
    type: 'PlanReviewed',
    ...of(plan),
    changes: Object.fromEntries(
      reviews.map(({ targetId, ...review }) => {
        const at = plan.targets.findIndex((one) => one.targetId === targetId);
        return [`target ${at + 1}`, { before: plan.targets[at]?.words ?? null, after: reviewLine(review) }];
      }),
    ),
  });
  return done(null);
}
