import { throwAwayDraft } from '#src/modules/plans/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { draftPartOf, OfStep, stepHref } from './report-part.ts';
import { loadOpenReview } from './review-of.ts';

/** Throws the writer's own draft of a page of a report away. */
export default deed({
  path: '/annual-reviews/:reviewId/report/:step/draft/throw-away',
  params: OfStep,
  may: 'plan.issue',
  from: ({ reviewId, step }) => stepHref(reviewId, step),
  load: ({ tx, params }) => loadOpenReview(tx, params.reviewId),
  submit: async ({ tx, subject: { pupil }, params: { reviewId, step } }) => {
    await throwAwayDraft(tx, { pupilId: pupil.pupilId, part: draftPartOf(reviewId, step) });
    return goTo(stepHref(reviewId, step), 'Draft thrown away');
  },
});
