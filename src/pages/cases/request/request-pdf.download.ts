import { download } from '#src/platform/http/download.ts';
import { aboutPupil } from '../../pupil/pupil-head.ts';
import { bindRequest, loadToBind } from './request-bundle.ts';
import { OfPupil } from './request-of.ts';

/** The request as a tagged PDF, with its appendices bound in. */
export default download({
  path: '/pupils/:pupilId/request.pdf',
  params: OfPupil,
  may: 'case.write',
  about: aboutPupil,
  load: ({ tx, actor, params }) => loadToBind(tx, params.pupilId, actor),
  send: async (subject, program) => ({
    type: 'application/pdf',
    body: await bindRequest(program, subject),
    fileName: 'request.pdf',
  }),
});
