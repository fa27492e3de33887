import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { aboutPupil } from '../../pupil/pupil-head.ts';
import { loadRequest, OfPupil } from './request-of.ts';
import { requestDocument } from './request-paper.ts';

/** The request as a Word file, to be written on and signed. */
export default download({
  path: '/pupils/:pupilId/request.docx',
  params: OfPupil,
  may: 'case.write',
  about: aboutPupil,
  load: ({ tx, actor, params }) => loadRequest(tx, params.pupilId, actor),
  send: async (subject) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(requestDocument(subject)),
    fileName: 'request.docx',
  }),
});
