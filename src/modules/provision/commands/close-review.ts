import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result } from '#src/kernel/result.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Outcome, Run, RunPupil } from '../domain/run.ts';
import { type ReviewOf, reviewRun } from './review-run.ts';
import { type EndRefusal, endForPupil } from './run-pupils.ts';

export type PupilEnds = {
  readonly place: RunPupil;
  readonly outcome: Outcome;
  readonly nextStep: string | null;
};

/**
 * Reviews a run and ends it, in the same sitting, for the pupils for whom something is decided: the last day is today, or
 * that of the run. The next step goes on to the plan by the event. Refused as its parts are; whoever calls takes all back.
 */
export async function closeReview(
  tx: Tx,
  review: ReviewOf,
  ends: readonly PupilEnds[],
): Promise<Result<null, EndRefusal | 'not_later'>> {
  for (const { place, outcome, nextStep } of ends) {
    const untilOn = lastDay(review.run, place, tx.scope.today);
    const ended = await endForPupil(tx, { run: review.run, place, untilOn, outcome, why: null, nextStep });
    if (!ended.ok) return ended;
  }
  const reviewed = await reviewRun(tx, review);
  return reviewed.ok ? done(null) : reviewed;
}

const earliest = (days: readonly (SchoolDate | null)[]): SchoolDate | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null;

const lastDay = (run: Run, place: RunPupil, today: SchoolDate): SchoolDate =>
  earliest([run.untilOn, place.untilOn, today]) ?? today;
