import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { letterDocument, loadCaseLetter, OfLetter } from './case-letter.ts';
import { ofCase } from './case-of.ts';

/** A letter of a case as a Word file, for the school's own paper. */
export default download({
  path: '/cases/:caseId/events/:caseEventId/letter.docx',
  params: OfLetter,
  may: 'case.read',
  about: ofCase,
  load: ({ tx, actor, params }) => loadCaseLetter(tx, params, actor.schoolName),
  send: async (letter) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(letterDocument(letter)),
    fileName: 'letter.docx',
  }),
});
