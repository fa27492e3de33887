import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Delivery } from '../domain/review/paper.ts';
import type { MissingPart } from '../domain/review/report-parts.ts';
import type { ReviewState } from '../domain/review/review-steps.ts';
import type { CaseClock } from '../queries/run-case-clocks.ts';
import type { ReviewOfPupil } from './review-of.ts';

/** What the page of a review shows. */
export type ReviewShown = ReviewOfPupil & {
  readonly today: SchoolDate;
  readonly state: ReviewState;
  readonly clocks: readonly CaseClock[];
  readonly deliveries: readonly Delivery[];
  readonly missing: readonly MissingPart[];
  readonly days: { readonly circulateBy: SchoolDate; readonly wantedBy: SchoolDate };
};
