import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';

/** The parts of a plan in words, in the order in which they are read. */
export const sectionKinds = [
  'strengths',
  'pupil_views',
  'parent_views',
  'hopes',
  'barriers',
  'help',
] as const;
export type SectionKind = (typeof sectionKinds)[number];

export const sectionWords: Readonly<Record<SectionKind, { readonly label: string; readonly hint: string }>> =
  {
    strengths: { label: 'Strengths', hint: 'What goes well, and what others like about the pupil' },
    pupil_views: { label: 'The pupil’s views', hint: 'In their own words, and how they were asked' },
    parent_views: { label: 'The parents’ views', hint: 'What they see at home and what matters to them' },
    hopes: {
      label: 'Long-term outcomes',
      hint: 'What the pupil is to be able to do in a year or by the next phase',
    },
    barriers: { label: 'Needs and what gets in the way', hint: 'What makes learning or taking part hard' },
    help: { label: 'What helps every day', hint: 'What each adult does in each lesson' },
  };

/** Where a part stands. A part that nobody marked is told by whether it has words. */
export type SectionState = 'not started' | 'in progress' | 'complete' | 'not needed';
export const sectionMarks = ['complete', 'not_needed'] as const;
export type SectionMark = (typeof sectionMarks)[number];

export type Section = {
  readonly kind: SectionKind;
  readonly words: string | null;
  readonly mark: SectionMark | null;
  /** 0 where nothing was ever saved. */
  readonly version: number;
};

export const sectionState = ({ words, mark }: Pick<Section, 'words' | 'mark'>): SectionState => {
  if (mark === 'not_needed') return 'not needed';
  if (words === null) return 'not started';
  return mark === 'complete' ? 'complete' : 'in progress';
};

/** The four broad areas (Code of Practice 6.28 to 6.35), and independence beside them. */
export const targetAreas = [
  'communication',
  'cognition',
  'semh',
  'sensory_physical',
  'independence',
] as const;
export type TargetArea = (typeof targetAreas)[number];

export const areaWords: Readonly<Record<TargetArea, string>> = {
  communication: 'Communication and interaction',
  cognition: 'Cognition and learning',
  semh: 'Social, emotional and mental health',
  sensory_physical: 'Sensory and physical',
  independence: 'Independence',
};

export type Strategy = {
  readonly words: string;
  readonly who: string | null;
  readonly howOften: string | null;
};

/** What is written of a target, without who it is. */
export type TargetWords = {
  readonly area: TargetArea;
  readonly words: string;
  readonly baseline: string | null;
  readonly success: string | null;
  readonly byOn: SchoolDate | null;
  readonly strategies: readonly Strategy[];
};

export const ratings = [1, 2, 3, 4, 5] as const;
export type Rating = (typeof ratings)[number];
export const ratingWords: Readonly<Record<Rating, string>> = {
  1: 'No progress yet',
  2: 'A little progress',
  3: 'About half way',
  4: 'Reached',
  5: 'Reached and beyond',
};

export const decisions = ['carry', 'change', 'close'] as const;
export type Decision = (typeof decisions)[number];
export const decisionWords: Readonly<Record<Decision, string>> = {
  carry: 'Carry on',
  change: 'Change it',
  close: 'Close it',
};

export type TargetReview = {
  readonly rating: Rating;
  readonly decision: Decision;
  readonly words: string | null;
};

export type Target = TargetWords & {
  readonly targetId: string;
  readonly position: number;
  readonly version: number;
  readonly review: TargetReview | null;
};

export const planStates = ['draft', 'shared', 'issued', 'reviewed', 'withdrawn'] as const;
export type PlanState = (typeof planStates)[number];

export const planStateWords: Readonly<Record<PlanState, string>> = {
  draft: 'Draft',
  shared: 'Shared with parents',
  issued: 'Issued',
  reviewed: 'Reviewed',
  withdrawn: 'Withdrawn',
};

/** One cycle of a pupil's plan. */
export type Plan = {
  readonly planId: string;
  readonly pupilId: PupilId;
  readonly cycle: number;
  readonly state: PlanState;
  readonly begunOn: SchoolDate;
  readonly reviewOn: SchoolDate | null;
  readonly sharedOn: SchoolDate | null;
  readonly sharedWith: string | null;
  readonly issuedOn: SchoolDate | null;
  readonly version: number;
  readonly sections: readonly Section[];
  readonly targets: readonly Target[];
};

/** What can be done with a plan in each state, and the state it leads to. */
const steps: Readonly<Record<PlanState, Readonly<Partial<Record<PlanStep, PlanState>>>>> = {
  draft: { write: 'draft', share: 'shared', withdraw: 'withdrawn' },
  shared: { write: 'shared', share: 'shared', issue: 'issued', withdraw: 'withdrawn' },
  issued: { reopen: 'draft', review: 'reviewed' },
  reviewed: {},
  withdrawn: {},
};
export type PlanStep = 'write' | 'share' | 'issue' | 'reopen' | 'review' | 'withdraw';

/**
 * The state that a step leads to, or null where it may not be taken. An issued plan is locked: it is opened again with a
 * reason, or reviewed; a plan is issued only after it was shared with the parents (Code of Practice 6.48, 6.51).
 */
export const stateAfter = (state: PlanState, step: PlanStep): PlanState | null => steps[state][step] ?? null;

/** Every part, those without a row included, in order. */
export const wholeSections = (held: readonly Section[]): readonly Section[] =>
  sectionKinds.map(
    (kind) => held.find((one) => one.kind === kind) ?? { kind, words: null, mark: null, version: 0 },
  );

/** The one of a known list that the database gave; anything else is a bug. */
export function known<T extends string | number>(list: readonly T[], value: unknown): T {
  const found = list.find((one) => one === value);
  if (found === undefined) throw new Error(`Unknown value ${String(value)}`);
  return found;
}
