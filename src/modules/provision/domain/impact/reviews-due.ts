import { addDays, type SchoolDate } from '../../../../kernel/dates.ts';
import { runStatus } from '../run.ts';
import type { MeasuredRun } from './measured-run.ts';

export const dueSpans = ['late', 'week', 'half', 'all'] as const;
export type DueSpan = (typeof dueSpans)[number];
export const dueSpanWords: Readonly<Record<DueSpan, string>> = {
  late: 'Late',
  week: 'This week',
  half: 'This half term',
  all: 'Everything',
};

type TermDays = {
  readonly from: SchoolDate;
  readonly until: SchoolDate;
  readonly halfTerm: { readonly from: SchoolDate; readonly until: SchoolDate } | null;
};

/** How soon before its end a half term counts as over for the next review. */
const daysTooShort = 14;
const daysWithoutCalendar = 42;

/** The last day of each half term, in order. */
const endsOf = (terms: readonly TermDays[]): readonly SchoolDate[] =>
  terms
    .flatMap(({ halfTerm, until }) => (halfTerm === null ? [until] : [addDays(halfTerm.from, -1), until]))
    .toSorted();

/** The end of the half term that a day lies in or before; without a calendar six weeks on. */
export const halfTermEnd = (terms: readonly TermDays[], day: SchoolDate): SchoolDate =>
  endsOf(terms).find((end) => end >= day) ?? addDays(day, daysWithoutCalendar);

/** (rule impact-18) When a run is reviewed next: at the end of the half term that has at least two weeks left. */
export const nextReviewOn = (terms: readonly TermDays[], today: SchoolDate): SchoolDate =>
  halfTermEnd(terms, addDays(today, daysTooShort));

export type ReviewDue = { readonly on: SchoolDate; readonly isToEnd: boolean };

/**
 * (rule impact-17) When a run is to be reviewed. On the day that is set; else, once it ended, on its last day; else, while it
 * runs, at the end of each half term. One that was reviewed after it ended is done; one that is to stop waits to be ended.
 */
export function reviewDue(
  { run, reviews }: Pick<MeasuredRun, 'run' | 'reviews'>,
  { today, halfTermEnds }: { readonly today: SchoolDate; readonly halfTermEnds: SchoolDate },
): ReviewDue | null {
  const status = runStatus(run, today);
  if (status === 'withdrawn' || status === 'planned') return null;
  const last = reviews.at(-1);
  if (last?.decision === 'stop') return status === 'running' ? { on: last.reviewedOn, isToEnd: true } : null;
  if (run.reviewOn !== null) return { on: run.reviewOn, isToEnd: false };
  if (status === 'running') return { on: halfTermEnds, isToEnd: false };
  const { untilOn } = run;
  const isDone = untilOn === null || (last !== undefined && last.reviewedOn >= untilOn);
  return isDone ? null : { on: untilOn, isToEnd: false };
}

/** Whether a review is among those asked for. What is late is always among this week's and this half term's. */
export function isInSpan(
  { on }: Pick<ReviewDue, 'on'>,
  span: DueSpan,
  { today, halfTermEnds }: { readonly today: SchoolDate; readonly halfTermEnds: SchoolDate },
): boolean {
  if (span === 'all') return true;
  if (span === 'late') return on < today;
  return on <= (span === 'week' ? addDays(today, 7) : halfTermEnds);
}
