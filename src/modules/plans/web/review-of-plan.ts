import type { PupilId } from '#src/kernel/ids.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Evidence } from '../domain/evidence.ts';
import type { Plan } from '../domain/plan.ts';
import { type DueSpan, dueIn } from '../domain/review-due.ts';
import { findLastReviewed, findPlanAtWork } from '../queries/find-plan.ts';
import { listLastEvidence } from '../queries/list-evidence.ts';
import { listMarks, type Mark } from '../queries/list-marks.ts';
import { getHalfTermEnd, listPlansDue } from '../queries/list-plans-due.ts';

/** A plan with everything that its review looks at. */
export type ReviewOfPlan = {
  readonly pupil: Pupil;
  readonly plan: Plan;
  /** False once it was reviewed by somebody who was quicker, and before it is issued. */
  readonly isOpen: boolean;
  readonly marks: ReadonlyMap<string, Mark>;
  readonly last: ReadonlyMap<string, Evidence>;
};

/** The issued plan of a pupil, else the one that was reviewed last, else what is being written; null without any. */
export async function loadReview(tx: Tx, pupilId: PupilId): Promise<ReviewOfPlan | null> {
  const pupil = await findPupil(tx, pupilId);
  if (pupil === null) return null;
  const atWork = await findPlanAtWork(tx, pupilId);
  const isOpen = atWork?.state === 'issued';
  const plan = isOpen ? atWork : ((await findLastReviewed(tx, pupilId)) ?? atWork);
  if (plan === null) return null;
  return {
    pupil,
    plan,
    isOpen,
    marks: await listMarks(tx, plan.planId),
    last: await listLastEvidence(
      tx,
      plan.targets.map((one) => one.targetId),
    ),
  };
}

/** The review that comes next in a list; the list itself when nothing is left in it. */
export async function nextReviewHref(tx: Tx, span: DueSpan): Promise<string> {
  const of = { today: tx.scope.today, halfTermEnds: await getHalfTermEnd(tx) };
  const [next] = dueIn(await listPlansDue(tx), span, of);
  return next === undefined ? `/reviews/plans?due=${span}` : reviewHref(next.pupilId, span);
}

export const reviewHref = (pupilId: PupilId, span: DueSpan): string =>
  `/pupils/${pupilId}/plan/review?due=${span}`;
