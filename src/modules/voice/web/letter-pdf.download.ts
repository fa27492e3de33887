import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { ofPupil } from './family-of-plan.ts';
import { letterPdf, loadLetter, OfLetter } from './sent-letter.ts';

/** A letter as a tagged PDF. */
export default download({
  path: '/pupils/:pupilId/letters/:letterId/letter.pdf',
  params: OfLetter,
  may: 'letter.send',
  about: ofPupil,
  load: ({ tx, actor, params }) => loadLetter(tx, actor, params),
  send: async (sent) => ({
    type: 'application/pdf',
    body: await makePdf(letterPdf(sent)),
    fileName: 'letter.pdf',
  }),
});
