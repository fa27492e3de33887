import { z } from 'zod';
import type { TagKind } from '#src/ui/tag.tsx';
import type { LaidPlan } from '../domain/lay-plans.ts';
import type { PlanIntakeState } from '../domain/plan-intake.ts';

export const OfIntake = z.object({ planIntakeId: z.uuid() });
export const intakesHref = '/imports/plans';
export const intakeHref = (planIntakeId: string): string => `${intakesHref}/${planIntakeId}`;

export const intakeStateWords: Readonly<Record<PlanIntakeState, string>> = {
  reviewing: 'To review',
  committed: 'Taken in',
  undone: 'Taken back',
  set_aside: 'Set aside',
};
export const intakeStateTags: Readonly<Record<PlanIntakeState, TagKind>> = {
  reviewing: 'warn',
  committed: 'good',
  undone: 'watch',
  set_aside: 'watch',
};

export const laidWords: Readonly<Record<LaidPlan['state'], string>> = {
  new: 'New draft',
  joins: 'Joins the draft',
  same: 'Nothing new',
  locked: 'Left: shared or issued',
};
export const laidTags: Readonly<Record<LaidPlan['state'], TagKind>> = {
  new: 'good',
  joins: 'good',
  same: 'watch',
  locked: 'warn',
};

export const intakeStale = 'Somebody has changed this since you opened it. Look at it again';
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
