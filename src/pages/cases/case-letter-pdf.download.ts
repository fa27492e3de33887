import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { letterDocument, loadCaseLetter, OfLetter } from './case-letter.ts';
import { ofCase } from './case-of.ts';

/** A letter of a case as a tagged PDF. */
export default download({
  path: '/cases/:caseId/events/:caseEventId/letter.pdf',
  params: OfLetter,
  may: 'case.read',
  about: ofCase,
  load: ({ tx, actor, params }) => loadCaseLetter(tx, params, actor.schoolName),
  send: async (letter) => ({
    type: 'application/pdf',
    body: await makePdf(letterDocument(letter)),
    fileName: 'letter.pdf',
  }),
});
