import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { ofBidPupil } from './bid-of.ts';
import { bidDocument } from './bid-paper.ts';
import { loadSent, OfSent } from './sent-of.ts';

/** The application as it was sent, as a tagged PDF. */
export default download({
  path: '/top-up/:bidId/sent/:number/application.pdf',
  params: OfSent,
  may: 'bid.read',
  about: ofBidPupil,
  load: ({ tx, params }) => loadSent(tx, params),
  send: async ({ sent: { content, sentOn } }) => ({
    type: 'application/pdf',
    body: await makePdf(bidDocument(content, { on: sentOn, isDraft: false })),
    fileName: 'top-up-application.pdf',
  }),
});
