import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { takeAdviceBack } from '../commands/take-advice.ts';
import { loadPerson, OfReviewPerson, reviewHref } from './review-of.ts';

/** Takes back what was entered for the wrong person. */
export default deed({
  path: '/annual-reviews/:reviewId/people/:reviewPersonId/advice/take-back',
  params: OfReviewPerson,
  may: 'plan.issue',
  from: ({ reviewId }) => reviewHref(reviewId),
  load: ({ tx, params }) => loadPerson(tx, params),
  submit: async ({ tx, subject, params }) => {
    const was = await takeAdviceBack(tx, subject);
    return goTo(
      reviewHref(params.reviewId),
      was ? 'Taken back. It is asked for again.' : 'There was nothing to take back',
    );
  },
});
