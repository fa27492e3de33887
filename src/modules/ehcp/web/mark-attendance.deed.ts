import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { markAttendance } from '../commands/invite-to-review.ts';
import { attendances } from '../domain/review/review.ts';
import { loadPerson, OfReviewPerson, reviewHref, staleWords } from './review-of.ts';

/** Marks whether somebody came to the meeting; `none` takes the mark back. */
export default deed({
  path: '/annual-reviews/:reviewId/people/:reviewPersonId/attended/:how',
  params: OfReviewPerson.extend({ how: z.enum([...attendances, 'none']) }),
  may: 'plan.issue',
  from: ({ reviewId }) => reviewHref(reviewId),
  load: ({ tx, params }) => loadPerson(tx, params),
  submit: async ({ tx, subject, params: { reviewId, how } }) => {
    if (subject.review.meetingOn > tx.scope.today) return refuse('The meeting has not been held yet.');
    const done = await markAttendance(tx, subject, how === 'none' ? null : how);
    return done ? goTo(reviewHref(reviewId)) : refuse(staleWords);
  },
});
