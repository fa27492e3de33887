import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import {
  beginPlan,
  findPlanAtWork,
  type Plan,
  setReviewDay,
  setTarget,
  writeSection,
} from '#src/modules/plans/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { importsEvents } from '../domain/imports.events.ts';
import { type LaidPlan, type LaidTarget, sectionKindOf } from '../domain/lay-plans.ts';
import type { PlanCounts } from '../domain/plan-intake.ts';
import { planSections } from '../domain/plan-rows.ts';
import type { LaidIntake } from '../queries/find-plan-intake.ts';
import { claimPlanIntake } from './bring-plans.ts';

const record = recorder(importsEvents);

/**
 * Takes in what was reviewed, pupil by pupil, by the commands that people use: a draft is begun, or an own draft takes
 * what it lacks. All in one transaction; `stale` when somebody took it in or changed it meanwhile.
 */
export async function commitPlanIntake(
  tx: Tx,
  { intake, laid }: LaidIntake,
): Promise<Result<PlanCounts, 'stale' | 'nothing'>> {
  const todo = laid.plans.filter((plan) => plan.state === 'new' || plan.state === 'joins');
  if (todo.length === 0) return refused('nothing');
  const targets = todo.reduce((sum, plan) => sum + plan.targets.length, 0);
  const counts = { plans: todo.length, targets };
  const claimed = await claimPlanIntake(tx, intake, { state: 'committed', counts, isEmptied: true });
  if (!claimed.ok) return claimed;
  for (const plan of todo) await takePlan(tx, intake.planIntakeId, plan);
  await record(tx, {
    type: 'PlansTakenIn',
    audience: 'import',
    subjectId: intake.planIntakeId,
    changes: { plans: { before: null, after: counts.plans }, targets: { before: null, after: targets } },
  });
  return done(counts);
}

/** What a command refused although the review allowed it: a bug, or a change within this very transaction. */
function granted<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`A plan was not taken in: ${result.refusal}`);
  return result.value;
}

async function getPlan(tx: Tx, pupilId: PupilId): Promise<Plan> {
  const plan = await findPlanAtWork(tx, pupilId);
  if (plan === null) throw new Error('A plan that was begun is not there');
  return plan;
}

async function takePlan(tx: Tx, planIntakeId: string, laid: LaidPlan): Promise<void> {
  const { pupilId } = laid;
  const isBegun = laid.state === 'new';
  if (isBegun) granted(await beginPlan(tx, pupilId));
  const plan = await getPlan(tx, pupilId);
  const sections = await writeParts(tx, plan, laid.sections);
  if (laid.reviewOn !== null && plan.reviewOn === null)
    granted(await setReviewDay(tx, { plan, reviewOn: laid.reviewOn }));
  const targetIds: string[] = [];
  for (const target of laid.targets) targetIds.push(await setOne(tx, pupilId, target));
  await tx
    .insertInto('planIntakePlans')
    .values({
      schoolId: tx.scope.actor.schoolId,
      planIntakeId,
      pupilId,
      planId: plan.planId,
      isBegun,
      targetIds,
      sections,
    })
    .execute();
}

const setOne = async (tx: Tx, pupilId: PupilId, words: LaidTarget): Promise<string> =>
  granted(await setTarget(tx, { plan: await getPlan(tx, pupilId), words }));

/** Writes the parts that have no words yet. Returns their kinds, each with the version that it has now. */
async function writeParts(tx: Tx, plan: Plan, given: LaidPlan['sections']): Promise<string[]> {
  const written: string[] = [];
  for (const name of planSections) {
    const words = given[name];
    const section = plan.sections.find((one) => one.kind === sectionKindOf[name]);
    if (words === undefined || section === undefined || section.words !== null) continue;
    granted(await writeSection(tx, { plan, section, set: { words, mark: null } }));
    written.push(`${section.kind}:${section.version + 1}`);
  }
  return written;
}
