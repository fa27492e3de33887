import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { inviteToReview } from '../commands/invite-to-review.ts';
import { loadOpenReview, OfReview, reviewHref } from './review-of.ts';

/** Invites everybody on the list who was not invited yet. */
export default deed({
  path: '/annual-reviews/:reviewId/invite',
  params: OfReview,
  may: 'plan.issue',
  from: ({ reviewId }) => reviewHref(reviewId),
  load: ({ tx, params }) => loadOpenReview(tx, params.reviewId),
  submit: async ({ tx, actor, program, subject: { review } }) => {
    const done = await inviteToReview(tx, review);
    if (!done.ok) return refuse(done.words);
    if (done.value) await program.jobs.send(tx, 'mail-invitations', { schoolId: actor.schoolId });
    return goTo(
      reviewHref(review.reviewId),
      done.value ? 'Invitations are on their way' : 'Everybody is invited',
    );
  },
});
