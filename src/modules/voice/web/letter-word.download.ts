import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { ofPupil } from './family-of-plan.ts';
import { letterPdf, loadLetter, OfLetter } from './sent-letter.ts';

/** A letter as a Word file, to be put on the school's own paper. */
export default download({
  path: '/pupils/:pupilId/letters/:letterId/letter.docx',
  params: OfLetter,
  may: 'letter.send',
  about: ofPupil,
  load: ({ tx, actor, params }) => loadLetter(tx, actor, params),
  send: async (sent) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(letterPdf(sent)),
    fileName: 'letter.docx',
  }),
});
