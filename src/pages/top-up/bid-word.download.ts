import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { loadWholeBid, OfBid, ofBidPupil } from './bid-of.ts';
import { bidDocument } from './bid-paper.ts';

/** The application as it stands today, as a Word file, to be written on and signed. */
export default download({
  path: '/top-up/:bidId/application.docx',
  params: OfBid,
  may: 'bid.read',
  about: ofBidPupil,
  load: ({ tx, actor, params }) => loadWholeBid(tx, params.bidId, actor),
  send: async ({ content, today }) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(bidDocument(content, { on: today, isDraft: true })),
    fileName: 'top-up-application.docx',
  }),
});
