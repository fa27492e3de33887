import { newId, type PersonId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Plan, SectionKind, TargetWords } from '../domain/plan.ts';
import { planMark } from '../domain/plan-mark.ts';
import { mayUndoStart, type PlanStart, type PlanStarted } from '../domain/plan-start.ts';
import { findPlanAtWork } from '../queries/find-plan.ts';
import { beginPlan } from './begin-plan.ts';
import { withdrawPlan } from './move-plan.ts';
import { setTarget } from './set-target.ts';
import { writeSection } from './write-section.ts';

/** The words that a plan begins with, part by part. */
export type Prefill = Readonly<Partial<Record<SectionKind, string>>>;

/**
 * Begins a draft for each pupil who has no plan at work, with the given words in parts that are empty. Each plan leaves its
 * own events. Returns the id by which all are taken back as one.
 */
export async function beginPlans(
  tx: Tx,
  given: {
    readonly pupilIds: readonly PupilId[];
    readonly prefill: (pupilId: PupilId) => Prefill;
    readonly personId: PersonId;
  },
): Promise<string> {
  const outcome: PlanStarted[] = [];
  for (const pupilId of given.pupilIds) {
    const begun = await beginPlan(tx, pupilId);
    const plan = begun.ok ? await findPlanAtWork(tx, pupilId) : null;
    if (plan !== null) await fillParts(tx, plan, given.prefill(pupilId));
    outcome.push(await standing(tx, pupilId, begun.ok));
  }
  const { actor, clock, today } = tx.scope;
  const planStartId = newId(clock.now().getTime());
  await tx
    .insertInto('planStarts')
    .values({
      schoolId: actor.schoolId,
      planStartId,
      byPersonId: given.personId,
      pupilIds: [...given.pupilIds],
      outcome: JSON.stringify(outcome),
      startedOn: today,
    })
    .execute();
  return planStartId;
}

async function fillParts(tx: Tx, plan: Plan, prefill: Prefill): Promise<void> {
  for (const section of plan.sections) {
    const words = prefill[section.kind];
    if (section.words === null && words !== undefined)
      await writeSection(tx, { plan, section, set: { words, mark: null } });
  }
}

async function standing(tx: Tx, pupilId: PupilId, isBegun: boolean): Promise<PlanStarted> {
  const plan = isBegun ? await findPlanAtWork(tx, pupilId) : null;
  return plan === null
    ? { pupilId, planId: null, mark: null, undo: null }
    : { pupilId, planId: plan.planId, mark: planMark(plan), undo: null };
}

/** The plan of a start that is as it was left; null where it was changed, moved on or is not to be seen. */
async function untouched(tx: Tx, { pupilId, planId, mark }: PlanStarted): Promise<Plan | null> {
  const plan = planId === null ? null : await findPlanAtWork(tx, pupilId);
  return plan !== null && plan.planId === planId && planMark(plan) === mark ? plan : null;
}

/** Sets one target in every plan of a start that nobody has touched since. Returns in how many. */
export async function setTargetInAll(
  tx: Tx,
  given: { readonly start: PlanStart; readonly words: TargetWords },
): Promise<Result<number, 'undone' | 'stale'>> {
  const { start, words } = given;
  if (start.isUndone) return refused('undone');
  const outcome: PlanStarted[] = [];
  let count = 0;
  for (const one of start.outcome) {
    const plan = await untouched(tx, one);
    const isSet = plan !== null && (await setTarget(tx, { plan, words })).ok;
    if (isSet) count += 1;
    outcome.push(isSet ? await standing(tx, one.pupilId, true) : one);
  }
  return (await keep(tx, start, { outcome })) ? done(count) : refused('stale');
}

/** Withdraws every plan of a start that nobody has touched since. Returns how many were left as they are. */
export async function undoPlanStart(tx: Tx, start: PlanStart): Promise<Result<number, 'too_late' | 'stale'>> {
  const { actor, clock, today } = tx.scope;
  if (!mayUndoStart(start, { today, personId: actor.personId })) return refused('too_late');
  const outcome: PlanStarted[] = [];
  for (const one of start.outcome) {
    const plan = await untouched(tx, one);
    const why = 'Begun for several pupils at once, and undone';
    const isBack = plan !== null && (await withdrawPlan(tx, { plan, why })).ok;
    outcome.push(one.planId === null ? one : { ...one, undo: isBack ? 'undone' : 'left' });
  }
  const kept = await keep(tx, start, { outcome, undoneAt: clock.now() });
  return kept ? done(outcome.filter(({ undo }) => undo === 'left').length) : refused('stale');
}

async function keep(
  tx: Tx,
  { planStartId, version }: PlanStart,
  { outcome, undoneAt = null }: { outcome: readonly PlanStarted[]; undoneAt?: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('planStarts')
    .set({ outcome: JSON.stringify(outcome), undoneAt, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planStartId', '=', planStartId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
