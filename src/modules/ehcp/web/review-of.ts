import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { preparesForAdulthood } from '../domain/review/phase-move.ts';
import type { ReportFacts } from '../domain/review/report-parts.ts';
import { isStatutory, type Review, type ReviewPerson } from '../domain/review/review.ts';
import { findReview } from '../queries/find-review.ts';

export const OfReview = z.object({ reviewId: z.uuid() });
export const OfReviewPerson = OfReview.extend({ reviewPersonId: z.uuid() });

export type ReviewOfPupil = { readonly pupil: Pupil; readonly review: Review };

/** Null when there is no such review, or its pupil is not the actor's to see. */
export async function loadReview(tx: Tx, reviewId: string): Promise<ReviewOfPupil | null> {
  const review = await findReview(tx, reviewId);
  const pupil = review === null ? null : await findPupil(tx, review.pupilId);
  return review === null || pupil === null ? null : { pupil, review };
}

/** As `loadReview`, of one that is not withdrawn: it can be worked on. */
export async function loadOpenReview(tx: Tx, reviewId: string): Promise<ReviewOfPupil | null> {
  const held = await loadReview(tx, reviewId);
  return held === null || held.review.withdrawnWhy !== null ? null : held;
}

export type PersonOfReview = ReviewOfPupil & { readonly person: ReviewPerson };

export async function loadPerson(
  tx: Tx,
  { reviewId, reviewPersonId }: z.output<typeof OfReviewPerson>,
): Promise<PersonOfReview | null> {
  const held = await loadOpenReview(tx, reviewId);
  const person = held?.review.people.find((one) => one.reviewPersonId === reviewPersonId);
  return held === null || person === undefined ? null : { ...held, person };
}

export const ofPupil = ({ pupil }: { readonly pupil: Pupil }): readonly PupilId[] => [pupil.pupilId];
export const nameOf = ({ name }: Pupil): string => `${name.forename} ${name.surname}`;
export const reviewHref = (reviewId: string): string => `/annual-reviews/${reviewId}`;
export const leadOf = ({ pupil, review }: ReviewOfPupil): string =>
  `${nameOf(pupil)} · meeting on ${longDate(review.meetingOn)}`;

/** What decides which parts of the report are asked. */
export const reportFactsOf = ({ pupil, review }: ReviewOfPupil): ReportFacts => ({
  preparesForAdulthood: preparesForAdulthood(pupil.yearGroup),
  isBeforeMove: review.kind === 'phase_transfer',
  isStatutory: isStatutory(review.kind),
  recommendation: review.recommendation,
  sectionsToChange: review.sectionsToChange,
});

export const staleWords =
  'Somebody else has changed this since you opened it. Look at it as it is now, then try again.';
