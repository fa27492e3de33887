import { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import {
  findPlanAtWork,
  type Plan,
  type Section,
  withdrawPlan,
  withdrawTarget,
  writeSection,
} from '#src/modules/plans/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { importsEvents } from '../domain/imports.events.ts';
import type { PlanIntake } from '../domain/plan-intake.ts';
import { claimPlanIntake } from './bring-plans.ts';

const record = recorder(importsEvents);
const why = 'The file that brought it was taken back';

type Taken = {
  readonly planId: string;
  readonly pupilId: PupilId;
  readonly isBegun: boolean;
  readonly targetIds: readonly string[];
  /** Kinds of part, each with its version as it was brought: `help:1`. */
  readonly sections: readonly string[];
};

const isBrought = (section: Section, { sections }: Taken): boolean =>
  sections.some((one) => one.startsWith(`${section.kind}:`));

/**
 * Takes back what an intake wrote and nobody has touched since: a draft that it began is withdrawn, of an own draft the
 * targets and parts that it brought. What was changed, shared or issued since stays. Returns how many plans stay.
 */
export async function undoPlanIntake(
  tx: Tx,
  intake: PlanIntake,
): Promise<Result<{ readonly stayed: number }, 'stale' | 'not_taken_in'>> {
  if (intake.state !== 'committed') return refused('not_taken_in');
  const claimed = await claimPlanIntake(tx, intake, { state: 'undone' });
  if (!claimed.ok) return claimed;
  let stayed = 0;
  for (const taken of await listTaken(tx, intake.planIntakeId)) {
    const isBack = await takeBack(tx, taken);
    if (!isBack) stayed += 1;
    await tx
      .updateTable('planIntakePlans')
      .set({ outcome: isBack ? 'taken back' : 'stays: changed since' })
      .where('schoolId', '=', tx.scope.actor.schoolId)
      .where('planIntakeId', '=', intake.planIntakeId)
      .where('pupilId', '=', taken.pupilId)
      .execute();
  }
  await record(tx, {
    type: 'PlanIntakeUndone',
    audience: 'import',
    subjectId: intake.planIntakeId,
    changes: { stayed: { before: null, after: stayed } },
  });
  return done({ stayed });
}

async function listTaken(tx: Tx, planIntakeId: string): Promise<readonly Taken[]> {
  const rows = await tx
    .selectFrom('planIntakePlans')
    .select(['planId', 'pupilId', 'isBegun', 'targetIds', 'sections'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planIntakeId', '=', planIntakeId)
    .execute();
  return rows.map((row) => ({ ...row, pupilId: PupilId.parse(row.pupilId) }));
}

/** Whether all that was brought is as it was brought: nothing shared, nothing changed. */
const isUntouched = (plan: Plan, taken: Taken): boolean =>
  plan.state === 'draft' &&
  taken.targetIds.every((id) =>
    plan.targets.some((target) => target.targetId === id && target.version === 1),
  ) &&
  plan.sections.every(
    (section) => !isBrought(section, taken) || taken.sections.includes(`${section.kind}:${section.version}`),
  );

/** Whether the draft has nothing but what was brought. */
const isOnlyThat = (plan: Plan, taken: Taken): boolean =>
  plan.targets.every((target) => taken.targetIds.includes(target.targetId)) &&
  plan.sections.every((section) => section.words === null || isBrought(section, taken));

async function takeBack(tx: Tx, taken: Taken): Promise<boolean> {
  const plan = await findPlanAtWork(tx, taken.pupilId);
  if (plan === null || plan.planId !== taken.planId || !isUntouched(plan, taken)) return false;
  if (taken.isBegun && isOnlyThat(plan, taken)) return (await withdrawPlan(tx, { plan, why })).ok;
  for (const target of plan.targets.filter((one) => taken.targetIds.includes(one.targetId)))
    if (!(await withdrawTarget(tx, { plan, target, why })).ok) return false;
  for (const section of plan.sections.filter((one) => isBrought(one, taken)))
    if (!(await writeSection(tx, { plan, section, set: { words: null, mark: null } })).ok) return false;
  return true;
}
