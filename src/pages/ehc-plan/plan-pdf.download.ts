import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { OfPupil } from './ehc-of-pupil.ts';
import { loadPlanPaper } from './plan-paper.ts';

/** The school's copy of the EHC plan as a tagged PDF. */
export default download({
  path: '/pupils/:pupilId/ehc-plan/plan.pdf',
  params: OfPupil,
  may: 'ehcp.read',
  load: ({ tx, actor, params }) => loadPlanPaper(tx, actor, params.pupilId),
  about: ({ pupilId }) => [pupilId],
  send: async ({ paper }) => ({
    type: 'application/pdf',
    body: await makePdf(paper),
    fileName: 'ehc-plan.pdf',
  }),
});
