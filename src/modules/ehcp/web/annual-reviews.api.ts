import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, partOf, walk } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { reviewKinds } from '../domain/review/review.ts';
import { listReviews } from '../queries/find-review.ts';
import { lineOfReview, ReviewLine } from './annual-review-parts.ts';

/** The reviews that are not withdrawn, with their days. */
export default endpoint({
  method: 'GET',
  path: '/annual-reviews',
  summary: 'Annual and other reviews of EHC plans, and meetings with parents, in parts',
  search: z.strictObject({
    ...walk,
    pupil: PupilId.optional(),
    kind: z.enum(reviewKinds).optional(),
  }),
  may: 'plan.read',
  about: ({ items }) => [...new Set(items.map(({ pupilId }) => PupilId.parse(pupilId)))],
  answer: partOf(ReviewLine),
  handle: async ({ tx, search: { after = '', limit, pupil, kind } }) => {
    const reviews = await listReviews(tx, pupil === undefined ? {} : { pupilId: pupil });
    const left = reviews
      .filter((one) => one.reviewId > after && (kind === undefined || one.kind === kind))
      .toSorted((one, other) => (one.reviewId < other.reviewId ? -1 : 1));
    const part = cutPart(left.slice(0, limit + 1), limit, ({ reviewId }) => reviewId);
    return { ...part, items: part.items.map(lineOfReview) };
  },
});
