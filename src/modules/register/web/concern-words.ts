import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { DecideRefusal } from '../commands/decide-concern.ts';
import {
  areaLabel,
  type Concern,
  type ConcernDecision,
  decisionOf,
  outcomeLabel,
} from '../domain/concern.ts';
import { needsWording } from './needs-wording.ts';

/** `Communication and interaction · since 1 September 2026 · raised by Mr Reed, 3 November 2026`. */
export const concernLine = ({ area, sinceOn, raisedByName, raisedOn }: Concern): string =>
  [
    areaLabel[area],
    sinceOn === null ? '' : `since ${longDate(sinceOn)}`,
    `raised ${raisedByName === null ? '' : `by ${raisedByName}, `}${longDate(raisedOn)}`,
  ]
    .filter(Boolean)
    .join(' · ');

/** `look again by 3 May 2027, Mrs Doyle`, or `done`; nothing where the decision made no task. */
export function taskWords({ outcome, task }: Pick<ConcernDecision, 'outcome' | 'task'>): string {
  if (task === null) return '';
  if (!task.isOpen) return 'done';
  const what = outcome === 'monitor' ? 'look again' : 'to be done';
  const when = task.dueOn === null ? '' : ` by ${longDate(task.dueOn)}`;
  return `${what}${when}, ${task.ownerName}`;
}

/** `Monitor: look again by 3 May 2027, Mrs Doyle`; for those without a task the outcome alone. */
export const decisionWords = (decision: Pick<ConcernDecision, 'outcome' | 'task'>): string =>
  [outcomeLabel[decision.outcome], taskWords(decision)].filter(Boolean).join(': ');

/** One sentence of what is decided, to lay beside what somebody else wrote. */
export function decisionSentence(concern: Concern): string {
  const decision = decisionOf(concern);
  if (concern.withdrawnWhy !== null) return `withdrawn: ${concern.withdrawnWhy}`;
  if (decision === null) return 'nothing is decided yet';
  return `${decisionWords(decision)}, by ${decision.byName ?? 'Sendero'}: ${decision.why}`;
}

/** What a form about a concern was drawn from. */
export const concernSeen = (concern: Concern): string => {
  const decision = decisionOf(concern);
  const decided = decision === null ? 'none' : `${decision.concernDecisionId}.${decision.version}`;
  return `${concern.version}.${decided}`;
};

export const nameOf = ({ forename, surname }: Pick<Concern, 'forename' | 'surname'>): string =>
  `${forename} ${surname}`;

/** `3 days`, `1 day`, `today`. */
export const waitingWords = (days: number): string =>
  days === 0 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'}`;

const asked = {
  withdrawn: { form: 'This concern was withdrawn: there is nothing to decide' },
  no_date: { dueOn: 'Enter the day' },
  date_passed: { dueOn: 'The day must be today or later' },
  no_owner: { ownerPersonId: 'Select who does it' },
  on_register: { form: 'The pupil is on the register already. Decide otherwise, or change status and needs' },
  no_since: { sinceOn: 'Enter the day from which it is SEN support' },
  no_need: { needType: 'Select the primary need. NSA is for a need that is still being worked out' },
  told_how_without_day: { parentsToldOn: 'Enter the day on which the parents were told' },
  'status:before_birth': { sinceOn: 'SEN support from must not be before the pupil was born' },
  'status:in_future': { sinceOn: 'SEN support from must be today or in the past' },
  'status:before_current': { sinceOn: 'SEN support from must not be before the status on record began' },
  'told:before_birth': { parentsToldOn: 'Parents told on must not be before the pupil was born' },
  'told:in_future': { parentsToldOn: 'Parents told on must be today or in the past' },
  'need:before_birth': { sinceOn: 'SEN support from must not be before the pupil was born' },
  'need:in_future': { sinceOn: 'SEN support from must be today or in the past' },
  'need:type_not_yet': { sinceOn: needsWording.type_not_yet.words },
  'need:type_unknown': { needType: needsWording.type_unknown.words },
  'need:type_withdrawn': { needType: needsWording.type_withdrawn.words },
  'need:overlaps_history': {
    sinceOn: 'An earlier need of the pupil covers these days. Enter a later day, or change the needs first',
  },
} as const satisfies Partial<Record<DecideRefusal, Readonly<Record<string, string>>>>;

/** A refusal at the field that it is about; what the form itself cannot cause is said above it. */
export const decideWording = (refusal: DecideRefusal): Readonly<Record<string, string>> =>
  Object.entries(asked).find(([known]) => known === refusal)?.[1] ?? {
    form: 'The pupil’s status or needs do not allow this. Open them from the pupil’s page and look first',
  };

export const dayOr = (on: SchoolDate | null, otherwise: string): string =>
  on === null ? otherwise : longDate(on);
