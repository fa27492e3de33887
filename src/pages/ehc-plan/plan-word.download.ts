import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { OfPupil } from './ehc-of-pupil.ts';
import { loadPlanPaper } from './plan-paper.ts';

/** The school's copy of the EHC plan as a Word file. */
export default download({
  path: '/pupils/:pupilId/ehc-plan/plan.docx',
  params: OfPupil,
  may: 'ehcp.read',
  load: ({ tx, actor, params }) => loadPlanPaper(tx, actor, params.pupilId),
  about: ({ pupilId }) => [pupilId],
  send: async ({ paper }) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(paper),
    fileName: 'ehc-plan.docx',
  }),
});
