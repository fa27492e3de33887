import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import { type Concern, type ConcernDecision, decisionOf, type Outcome, outcomes } from './concern.ts';
import { isOnRegister, type SenStatus } from './sen-status.ts';

/** What is decided, as it was typed: what the outcome does not ask for is left out of account. */
export type DecisionGiven = {
  readonly outcome: Outcome;
  readonly why: string;
  /** Look again on, or assess until. */
  readonly dueOn?: SchoolDate | undefined;
  readonly ownerPersonId?: PersonId | undefined;
  readonly endsMonitoring?: boolean | undefined;
  readonly sinceOn?: SchoolDate | undefined;
  readonly needType?: string | undefined;
  readonly ownWords?: string | undefined;
  readonly parentsToldOn?: SchoolDate | undefined;
  readonly toldHow?: string | undefined;
};

/** What stands of the pupil when it is decided. */
export type DecisionWorld = {
  readonly status: SenStatus;
  readonly hasNeeds: boolean;
  readonly today: SchoolDate;
};

export type DecisionRefusal =
  | 'withdrawn'
  | 'no_date'
  | 'date_passed'
  | 'no_owner'
  | 'on_register'
  | 'no_since'
  | 'no_need'
  | 'told_how_without_day';

/** What can be decided of a pupil: one who is on the register is not put on SEN support again (rule concern-3). */
export const outcomesFor = (status: SenStatus): readonly Outcome[] =>
  outcomes.filter((one) => one !== 'sen_support' || !isOnRegister(status));

const taskRefusal = ({ dueOn, ownerPersonId }: DecisionGiven, { today }: DecisionWorld) => {
  if (dueOn === undefined) return 'no_date';
  if (dueOn < today) return 'date_passed';
  return ownerPersonId === undefined ? 'no_owner' : null;
};

const supportRefusal = (given: DecisionGiven, { status, hasNeeds }: DecisionWorld) => {
  if (!outcomesFor(status).includes('sen_support')) return 'on_register';
  if (given.sinceOn === undefined) return 'no_since';
  if (!hasNeeds && given.needType === undefined) return 'no_need';
  return given.toldHow !== undefined && given.parentsToldOn === undefined ? 'told_how_without_day' : null;
};

/**
 * Why a decision cannot stand; null when it can. To monitor and to assess take a day and an owner, as they become a
 * task; SEN support takes its first day and, if no need is on record, the primary one (rule concern-3).
 */
export function refusalOfDecision(
  given: DecisionGiven,
  concern: Pick<Concern, 'withdrawnWhy'>,
  world: DecisionWorld,
): DecisionRefusal | null {
  if (concern.withdrawnWhy !== null) return 'withdrawn';
  if (given.outcome === 'monitor' || given.outcome === 'assess') return taskRefusal(given, world);
  return given.outcome === 'sen_support' ? supportRefusal(given, world) : null;
}

/** The status that a decision makes of the one that stands; null when it leaves it as it is. */
export function statusAfter(
  { outcome, endsMonitoring = false }: Pick<DecisionGiven, 'outcome' | 'endsMonitoring'>,
  status: SenStatus,
): SenStatus | null {
  if (outcome === 'sen_support') return 'sen_support';
  if (outcome === 'monitor' && status === 'none') return 'monitoring';
  return outcome === 'no_action' && endsMonitoring && status === 'monitoring' ? 'none' : null;
}

/** What a decision made, as it stands now; null where it made nothing of the kind. */
export type Built = {
  readonly task: { readonly isOpen: boolean; readonly version: number } | null;
  readonly status: { readonly isLatest: boolean; readonly version: number } | null;
  readonly need: { readonly isOnly: boolean; readonly version: number } | null;
};

export type UndoDecisionRefusal = 'not_latest' | 'not_today' | 'built_on';

const isUntouched = ({ task, status, need }: Built, { statusVersion }: ConcernDecision): boolean =>
  (task === null || (task.isOpen && task.version === 1)) &&
  (status === null || (status.isLatest && status.version === statusVersion)) &&
  (need === null || (need.isOnly && need.version === 1));

/**
 * Why a decision cannot be undone; null when it can: on the day on which it was made, while it is in force, and
 * nothing that it made was touched since (rule concern-4).
 */
export function refusalOfUndo(
  decision: ConcernDecision,
  concern: Pick<Concern, 'decisions'>,
  { built, today }: { readonly built: Built; readonly today: SchoolDate },
): UndoDecisionRefusal | null {
  if (decisionOf(concern)?.concernDecisionId !== decision.concernDecisionId) return 'not_latest';
  if (decision.decidedOn !== today) return 'not_today';
  return isUntouched(built, decision) ? null : 'built_on';
}
