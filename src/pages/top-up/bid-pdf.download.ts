import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { loadWholeBid, OfBid, ofBidPupil } from './bid-of.ts';
import { bidDocument } from './bid-paper.ts';

/** The application as it stands today, as a tagged PDF. */
export default download({
  path: '/top-up/:bidId/application.pdf',
  params: OfBid,
  may: 'bid.read',
  about: ofBidPupil,
  load: ({ tx, actor, params }) => loadWholeBid(tx, params.bidId, actor),
  send: async ({ content, today }) => ({
    type: 'application/pdf',
    body: await makePdf(bidDocument(content, { on: today, isDraft: true })),
    fileName: 'top-up-application.pdf',
  }),
});
