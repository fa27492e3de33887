import { download } from '#src/platform/http/download.ts';
import { OfIssuedFace, PrintSearch } from './face-of-pupil.ts';
import { aboutPaper, loadFacePaper, sendPdf } from './face-paper.ts';

/** A face of an issued plan as a tagged PDF. */
export default download({
  path: '/pupils/:pupilId/plan/issued/:number/faces/:templateKey/plan.pdf',
  params: OfIssuedFace,
  search: PrintSearch,
  may: 'plan.read',
  load: ({ tx, actor, params, search }) => loadFacePaper(tx, actor, { ...params, print: search.print }),
  about: aboutPaper,
  send: sendPdf,
});
