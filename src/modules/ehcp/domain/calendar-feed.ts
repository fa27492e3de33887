import type { SchoolDate } from '#src/kernel/dates.ts';
import { type CaseKind, caseKindWords } from './case.ts';
import type { Deadline } from './deadline.ts';

/** A private address of somebody's dates, as they see it. */
export type CalendarFeed = {
  readonly calendarFeedId: string;
  readonly madeAt: Date;
  /** The last day on which a program asked for it. */
  readonly readOn: SchoolDate | null;
  readonly version: number;
};

/** A day in a calendar: what and who owes it, never about whom. */
export type FeedEntry = {
  readonly id: string;
  readonly on: SchoolDate;
  readonly title: string;
  readonly words: string;
  readonly path: string;
};

const ownerWords = (kind: CaseKind, owedBy: Deadline['clock']['owedBy']): string =>
  `${caseKindWords[kind]}, ${owedBy === 'school' ? 'ours' : `by the ${owedBy}`}`;

/** What stands in a calendar of the open deadlines: no name, no initials, no class (rule due-2). */
export const feedEntries = (deadlines: readonly Deadline[]): readonly FeedEntry[] =>
  deadlines.map(({ caseId, kind, clock }) => ({
    id: `${caseId}-${clock.id}`,
    on: clock.dueOn,
    title: `${ownerWords(kind, clock.owedBy)}: ${clock.name}`,
    words: `${clock.source}. ${clock.why}`,
    path: `/cases/${caseId}`,
  }));
