import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId, PupilId } from '#src/kernel/ids.ts';

/** The broad areas of need of the Code of Practice (6.28 to 6.35), and that nobody has to know yet. */
export const concernAreas = ['communication', 'cognition', 'social', 'sensory', 'not_sure'] as const;
export type ConcernArea = (typeof concernAreas)[number];
export const areaLabel: Readonly<Record<ConcernArea, string>> = {
  communication: 'Communication and interaction',
  cognition: 'Cognition and learning',
  social: 'Social, emotional and mental health',
  sensory: 'Sensory and/or physical',
  not_sure: 'Not sure',
};

/** What may be decided about a concern. */
export const outcomes = ['no_action', 'monitor', 'assess', 'sen_support'] as const;
export type Outcome = (typeof outcomes)[number];
export const outcomeLabel: Readonly<Record<Outcome, string>> = {
  no_action: 'No action',
  monitor: 'Monitor',
  assess: 'Assess',
  sen_support: 'SEN support',
};

/** The task that a decision made: to look again, or to assess. */
export type DecisionTask = {
  readonly taskId: string;
  readonly dueOn: SchoolDate | null;
  readonly ownerName: string;
  readonly isOpen: boolean;
  readonly version: number;
};

export type ConcernDecision = {
  readonly concernDecisionId: string;
  readonly outcome: Outcome;
  readonly why: string;
  readonly decidedOn: SchoolDate;
  /** As known at the school. */
  readonly byName: string | null;
  readonly task: DecisionTask | null;
  readonly endedTaskId: string | null;
  readonly statusId: string | null;
  readonly statusVersion: number | null;
  readonly needId: string | null;
  readonly withdrawnWhy: string | null;
  readonly version: number;
};

export type Concern = {
  readonly concernId: string;
  readonly pupilId: PupilId;
  readonly forename: string;
  readonly surname: string;
  readonly area: ConcernArea;
  readonly observed: string;
  readonly sinceOn: SchoolDate | null;
  readonly tried: string | null;
  readonly cameOfIt: string | null;
  readonly raisedOn: SchoolDate;
  readonly raisedByPersonId: PersonId | null;
  /** As known at the school. */
  readonly raisedByName: string | null;
  readonly withdrawnWhy: string | null;
  readonly version: number;
  /** The newest first, those undone among them. */
  readonly decisions: readonly ConcernDecision[];
};

/**
 * The decision in force: the newest that was not undone; null while somebody has to decide. A decision is changed by
 * a new one, and each stays to be read (rule concern-2).
 */
export const decisionOf = ({ decisions }: Pick<Concern, 'decisions'>): ConcernDecision | null =>
  decisions.find((one) => one.withdrawnWhy === null) ?? null;

/** Does the concern wait for a decision (rule concern-1)? From the moment it is raised until one is in force. */
export const isToDecide = (concern: Pick<Concern, 'decisions' | 'withdrawnWhy'>): boolean =>
  concern.withdrawnWhy === null && decisionOf(concern) === null;

/** How long a decision stands on the Today of whoever raised the concern, in days. */
const TOLD_DAYS = 14;

/** Was this decided so lately that whoever raised it should be told on Today? */
export function isNews(concern: Pick<Concern, 'decisions' | 'withdrawnWhy'>, today: SchoolDate): boolean {
  const decision = concern.withdrawnWhy === null ? decisionOf(concern) : null;
  return decision !== null && decision.decidedOn > addDays(today, -TOLD_DAYS);
}

export type NewConcern = {
  readonly pupilId: PupilId;
  readonly area: ConcernArea;
  readonly observed: string;
  readonly sinceOn?: SchoolDate | undefined;
  readonly tried?: string | undefined;
  readonly cameOfIt?: string | undefined;
};

export type ConcernRefusal = 'since_in_future' | 'since_before_birth';

/** Why a concern cannot be raised as it is written; null when it can. */
export function refusalOfConcern(
  { sinceOn }: Pick<NewConcern, 'sinceOn'>,
  { bornOn, today }: { readonly bornOn: SchoolDate; readonly today: SchoolDate },
): ConcernRefusal | null {
  if (sinceOn === undefined) return null;
  if (sinceOn > today) return 'since_in_future';
  return sinceOn < bornOn ? 'since_before_birth' : null;
}

/**
 * May this person withdraw the concern as raised in error (rule concern-5)? Whoever raised it while nothing is
 * decided, and those who decide at any time.
 */
export const mayWithdraw = (
  concern: Concern,
  { personId, isDeciding }: { readonly personId: PersonId | null; readonly isDeciding: boolean },
): boolean => {
  if (concern.withdrawnWhy !== null) return false;
  return isDeciding || (concern.raisedByPersonId === personId && isToDecide(concern));
};
