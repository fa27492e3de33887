import type { SchoolDate } from '../../../../kernel/dates.ts';
import { isStatutory, type Review } from './review.ts';

/** Where a review stands: what was done last decides. */
export type ReviewState =
  | 'planned'
  | 'invited'
  | 'circulated'
  | 'held'
  | 'reported'
  | 'decided'
  | 'amending'
  | 'done'
  | 'withdrawn';

export const reviewStateWords: Readonly<Record<ReviewState, string>> = {
  planned: 'Planned, nobody is invited yet',
  invited: 'People are invited',
  circulated: 'Advice is circulated',
  held: 'Held, report to send',
  reported: 'Report sent, waiting for the authority',
  decided: 'The authority has decided to amend',
  amending: 'The plan is being amended',
  done: 'Complete',
  withdrawn: 'Withdrawn',
};

/** What ends a review: the decision that changes nothing, or the end of the amendment. */
const ends = ['decidedToKeep', 'decidedToCease', 'notAmending', 'amendedPlanSent'];

/** The state of a review from its events and the day (rule ar-7). The meeting counts as held from its own day on. */
export function reviewState(
  review: Pick<Review, 'events' | 'meetingOn' | 'withdrawnWhy' | 'kind'>,
  today: SchoolDate,
): ReviewState {
  const { events } = review;
  if (review.withdrawnWhy !== null) return 'withdrawn';
  if (ends.some((name) => events[name] !== undefined)) return 'done';
  if (events.noticeSent !== undefined) return 'amending';
  if (events.decisionSent !== undefined) return 'decided';
  if (events.reportSent !== undefined) return !isStatutory(review.kind) ? 'done' : 'reported';
  if (events.invited === undefined) return 'planned';
  if (today >= review.meetingOn) return 'held';
  return events.adviceCirculated === undefined ? 'invited' : 'circulated';
}
