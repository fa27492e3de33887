import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { aboutPupil } from '../../pupil/pupil-head.ts';
import { loadRequest, OfPupil } from './request-of.ts';
import { requestDocument } from './request-paper.ts';

/** The request as a tagged PDF. */
export default download({
  path: '/pupils/:pupilId/request.pdf',
  params: OfPupil,
  may: 'case.write',
  about: aboutPupil,
  load: ({ tx, actor, params }) => loadRequest(tx, params.pupilId, actor),
  send: async (subject) => ({
    type: 'application/pdf',
    body: await makePdf(requestDocument(subject)),
    fileName: 'request.pdf',
  }),
});
