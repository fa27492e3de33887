import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { agendaPaper, loadAgenda } from './agenda-of.ts';
import { OfReview, ofPupil } from './review-of.ts';

/** The agenda of a review as a tagged PDF, to be sent or printed. */
export default download({
  path: '/annual-reviews/:reviewId/agenda.pdf',
  params: OfReview,
  may: 'plan.read',
  about: ofPupil,
  load: ({ tx, params }) => loadAgenda(tx, params.reviewId),
  send: async (agenda) => ({
    type: 'application/pdf',
    body: await makePdf(agendaPaper(agenda)),
    fileName: 'agenda.pdf',
  }),
});
