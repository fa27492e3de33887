import { longDate, middleDate } from '#src/kernel/dates.ts';
import {
  type Case,
  type CaseClock,
  caseKindWords,
  isOutcome,
  outcomes,
  stepOf,
} from '#src/modules/ehcp/index.ts';
import type { TagKind } from '#src/ui/tag.tsx';

export const caseHref = (caseId: string): string => `/cases/${caseId}`;

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const soonDays = 14;

/** How a clock stands, in words and as a tag. */
export function stateTag({ state }: CaseClock): { readonly kind: TagKind; readonly words: string } {
  if (state.is === 'met') return { kind: 'good', words: `Done ${middleDate(state.on)}` };
  if (state.is === 'exception claimed')
    return { kind: 'warn', words: `${days(state.days)} past, exception claimed` };
  if (state.is === 'running')
    return {
      kind: state.daysLeft <= soonDays ? 'warn' : 'watch',
      words: state.daysLeft === 0 ? 'Today' : `In ${days(state.daysLeft)}`,
    };
  return state.endedOn === null
    ? { kind: 'late', words: `${days(state.days)} late` }
    : { kind: 'warn', words: `Done ${days(state.days)} late` };
}

export const isLate = ({ state }: CaseClock): boolean => state.is === 'late' && state.endedOn === null;
export const isOpen = ({ state }: CaseClock): boolean =>
  state.is !== 'met' && (state.is !== 'late' || state.endedOn === null);

const owners = {
  school: 'The school',
  authority: 'The authority',
  parent: 'The family',
  'mediation adviser': 'The mediation adviser',
} as const;
export const ownerWords = ({ clock }: CaseClock): string => owners[clock.owedBy];

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
