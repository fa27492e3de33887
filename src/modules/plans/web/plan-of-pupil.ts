import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Plan } from '../domain/plan.ts';
import { planRefusalWords } from '../domain/plan-refusals.ts';
import { findPlanAtWork } from '../queries/find-plan.ts';

export const OfPupil = z.object({ pupilId: PupilId });
export const OfTarget = OfPupil.extend({ targetId: z.uuid() });

/** The plan that a page changes, and whose it is. */
export type PlanOfPupil = { readonly pupil: Pupil; readonly plan: Plan };

/** Null when the pupil is not the actor's to see, or has no plan at work. */
export async function loadPlan(tx: Tx, pupilId: PupilId): Promise<PlanOfPupil | null> {
  const pupil = await findPupil(tx, pupilId);
  const plan = pupil === null ? null : await findPlanAtWork(tx, pupilId);
  return pupil === null || plan === null ? null : { pupil, plan };
}

export const ofPupil = ({ pupil }: { readonly pupil: Pupil }): readonly PupilId[] => [pupil.pupilId];

export const nameOf = ({ name }: Pupil): string => `${name.forename} ${name.surname}`;

export const planHref = (pupilId: PupilId): string => `/pupils/${pupilId}/plan`;

export const refusalWords = planRefusalWords;

export const dayWords = {
  ...refusalWords,
  in_future: 'The day must be today or in the past',
  before_start: 'The day must not be before the plan began or was issued',
  review_in_past: 'The review must be after the day on which it was shared',
} as const;
