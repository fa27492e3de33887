import type { PupilId } from '#src/kernel/ids.ts';
import {
  checkPlan,
  type DraftPart,
  findPlanAtWork,
  listSetAside,
  type Plan,
  type Sorted,
  sectionState,
  sectionWords,
  sortFindings,
} from '#src/modules/plans/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { findSenRecord } from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** A plan that is being written, with what the rules find in it and what is known of the pupil. */
export type Editor = {
  readonly pupil: Pupil;
  readonly plan: Plan;
  readonly found: Sorted;
  /** Types of need on record, the primary first. */
  readonly needs: readonly string[];
};

/** Null when the pupil is not the actor's to see, or has no plan at work. */
export async function loadEditor(tx: Tx, pupilId: PupilId): Promise<Editor | null> {
  const pupil = await findPupil(tx, pupilId);
  const plan = pupil === null ? null : await findPlanAtWork(tx, pupilId);
  if (pupil === null || plan === null) return null;
  const sen = await findSenRecord(tx, pupilId);
  const needs = sen === null ? [] : sen.needs.map(({ senType }) => senType);
  const found = sortFindings(checkPlan(plan, { needs }), await listSetAside(tx, plan.planId));
  return { pupil, plan, found, needs };
}

export const planHref = (pupilId: PupilId): string => `/pupils/${pupilId}/plan`;

/** Where a part is written, a new target set or a target changed. */
export const partHref = (pupilId: PupilId, part: DraftPart): string =>
  Object.hasOwn(sectionWords, part)
    ? `${planHref(pupilId)}/parts/${part}`
    : `${planHref(pupilId)}/targets/${part}`;

export type Content = {
  readonly part: DraftPart;
  readonly label: string;
  readonly state: 'not started' | 'in progress' | 'complete' | 'not needed';
};

/** Everything that a plan holds, in order, each with where it stands. A target is complete when no rule asks for more. */
export const contentsOf = (plan: Plan, found: Sorted): readonly Content[] => [
  ...plan.sections.map((section) => ({
    part: section.kind,
    label: sectionWords[section.kind].label,
    state: sectionState(section),
  })),
  ...plan.targets.map(({ targetId, words }, at) => ({
    part: targetId,
    label: `${at + 1}. ${words}`,
    state: found.open.some((finding) => finding.targetId === targetId)
      ? ('in progress' as const)
      : ('complete' as const),
  })),
];

/** The next part after this one that is not complete; a first target where there is none; else the plan. */
export function nextAfter({ plan, found }: Pick<Editor, 'plan' | 'found'>, part: DraftPart): string {
  const contents = contentsOf(plan, found);
  const at = contents.findIndex((one) => one.part === part);
  const next = contents.slice(at + 1).find(({ state }) => state === 'not started' || state === 'in progress');
  if (next !== undefined) return partHref(plan.pupilId, next.part);
  return plan.targets.length === 0 ? partHref(plan.pupilId, 'new') : planHref(plan.pupilId);
}
