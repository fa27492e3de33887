import { throwAwayDraft } from '#src/modules/plans/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { loadBid } from './bid-of.ts';
import { draftNameOf, OfBidPart, partHref } from './bid-part.ts';

/** Throws the writer's own draft of a part of an application away. */
export default deed({
  path: '/top-up/:bidId/parts/:bidPart/draft/throw-away',
  params: OfBidPart,
  may: 'bid.write',
  from: ({ bidId, bidPart }) => partHref(bidId, bidPart),
  load: ({ tx, params }) => loadBid(tx, params.bidId),
  submit: async ({ tx, subject: { bid }, params: { bidId, bidPart } }) => {
    await throwAwayDraft(tx, { pupilId: bid.pupilId, part: draftNameOf(bidId, bidPart) });
    return goTo(partHref(bidId, bidPart), 'Draft thrown away');
  },
});
