import { renewBid } from '#src/modules/funding/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { bidHref, loadBid, OfBid } from './bid-of.ts';

/** Carries an application on into the next year, with its words. */
export default deed({
  path: '/top-up/:bidId/renew',
  params: OfBid,
  may: 'bid.write',
  from: ({ bidId }) => bidHref(bidId),
  load: ({ tx, params }) => loadBid(tx, params.bidId),
  submit: async ({ tx, subject: { bid } }) => {
    const done = await renewBid(tx, bid);
    return done.ok ? goTo(bidHref(done.value), 'The next application is begun') : refuse(done.words);
  },
});
