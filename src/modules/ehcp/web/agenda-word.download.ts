import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { agendaPaper, loadAgenda } from './agenda-of.ts';
import { OfReview, ofPupil } from './review-of.ts';

/** The agenda of a review as a Word file, to be changed by whoever leads the meeting. */
export default download({
  path: '/annual-reviews/:reviewId/agenda.docx',
  params: OfReview,
  may: 'plan.read',
  about: ofPupil,
  load: ({ tx, params }) => loadAgenda(tx, params.reviewId),
  send: async (agenda) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(agendaPaper(agenda)),
    fileName: 'agenda.docx',
  }),
});
