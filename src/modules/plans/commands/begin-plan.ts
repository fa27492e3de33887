import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type NextCycle, nextCycleOf } from '../domain/next-cycle.ts';
import { plansEvents } from '../domain/plans.events.ts';
import { findLastReviewed, findPlanAtWork } from '../queries/find-plan.ts';
import { insertTarget } from './set-target.ts';

const record = recorder(plansEvents);

/**
 * Begins a pupil's plan as a draft: the first, or the next cycle with what the last review left open. A pupil has one plan
 * at work: with one, `has_plan`. Returns its id.
 */
export async function beginPlan(tx: Tx, pupilId: PupilId): Promise<Result<string, 'has_plan'>> {
  const { actor, today, clock } = tx.scope;
  if ((await findPlanAtWork(tx, pupilId)) !== null) return refused('has_plan');
  const last = await findLastReviewed(tx, pupilId);
  const planId = newId(clock.now().getTime());
  const cycle = (last?.cycle ?? 0) + 1;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('plans')
    .values({
      schoolId: actor.schoolId,
      planId,
      pupilId,
      cycle,
      followsPlanId: last?.planId ?? null,
      state: 'draft',
      begunOn: today,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refused('has_plan');
  if (last !== null) await fill(tx, { planId, pupilId }, nextCycleOf(last));
  await record(tx, {
    type: 'PlanBegun',
    audience: 'plans',
    pupilId,
    subjectId: planId,
    changes: { cycle: { before: last?.cycle ?? null, after: cycle } },
  });
  return done(planId);
}

async function fill(tx: Tx, of: { planId: string; pupilId: PupilId }, next: NextCycle): Promise<void> {
  const { schoolId } = tx.scope.actor;
  if (next.sections.length > 0) {
    await tx
      .insertInto('planSections')
      .values(next.sections.map(({ kind, words }) => ({ schoolId, ...of, kind, words })))
      .execute();
  }
  for (const [at, { from, words }] of next.targets.entries()) {
    await insertTarget(tx, { ...of, words, position: at + 1, carriedFromId: from });
  }
}
