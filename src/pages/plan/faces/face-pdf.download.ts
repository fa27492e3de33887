import { download } from '#src/platform/http/download.ts';
import { OfFace, PrintSearch } from './face-of-pupil.ts';
import { aboutPaper, loadFacePaper, sendPdf } from './face-paper.ts';

/** A face of the plan at work as a tagged PDF. */
export default download({
  path: '/pupils/:pupilId/plan/faces/:templateKey/plan.pdf',
  params: OfFace,
  search: PrintSearch,
  may: 'plan.read',
  load: ({ tx, actor, params, search }) => loadFacePaper(tx, actor, { ...params, print: search.print }),
  about: aboutPaper,
  send: sendPdf,
});
