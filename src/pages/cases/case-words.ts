import { longDate } from '#src/kernel/dates.ts';
import {
  type Case,
  type CaseClock,
  caseKindWords,
  isOutcome,
  outcomes,
  stepOf,
} from '#src/modules/ehcp/index.ts';

export const caseHref = (caseId: string): string => `/cases/${caseId}`;

/** `Needs assessment, Harebell, open since 14 September 2026`. */
export const caseTitle = ({ kind }: Pick<Case, 'kind'>): string => caseKindWords[kind];

export function caseState({ openedOn, endedOn, outcome }: Case): string {
  if (endedOn === null) return `Open since ${longDate(openedOn)}`;
  const words = outcome !== null && isOutcome(outcome) ? outcomes[outcome] : 'It ended';
  return `${words}. ${longDate(openedOn)} to ${longDate(endedOn)}`;
}

export const eventWords = (of: Pick<Case, 'kind'>, name: string): string =>
  stepOf(of.kind, name)?.words ?? name;

/** The sum of a clock, a sentence a line. */
export const sumLines = ({ clock }: CaseClock): readonly string[] =>
  clock.why.split(/(?<=\.)\s+(?=[A-Z0-9])/);
