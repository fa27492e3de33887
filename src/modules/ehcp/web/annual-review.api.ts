import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { findReview } from '../queries/find-review.ts';
import { ReviewWhole, wholeOfReview } from './annual-review-parts.ts';

/** One review with those invited: what they answered, whether they came and wrote, and none of their words. */
export default endpoint({
  method: 'GET',
  path: '/annual-reviews/:reviewId',
  summary: 'One review with those who were invited',
  params: z.object({ reviewId: z.uuid() }),
  may: 'plan.read',
  about: ({ pupilId }) => [PupilId.parse(pupilId)],
  answer: ReviewWhole,
  handle: async ({ tx, params: { reviewId } }) => {
    const review = await findReview(tx, reviewId);
    return review === null || review.withdrawnWhy !== null ? null : wholeOfReview(review);
  },
});
