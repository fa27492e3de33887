import { findSharedCopy } from '#src/modules/plans/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { loadFamily, OfFamily, ofPupil } from './family-of-plan.ts';
import { sharedPlanPdf } from './shared-plan-pdf.ts';

/** The plan as it was shared, on paper, with room for views and a signature. */
export default download({
  path: '/pupils/:pupilId/plan/family/paper.pdf',
  params: OfFamily,
  may: 'plan.read',
  about: ofPupil,
  load: async ({ tx, actor, params }) => {
    const held = await loadFamily(tx, params.pupilId);
    const copy = held === null ? null : await findSharedCopy(tx, held.plan.planId);
    return held === null || copy === null ? null : { ...held, copy, schoolName: actor.schoolName };
  },
  send: async ({ copy, schoolName }) => ({
    type: 'application/pdf',
    body: await makePdf(sharedPlanPdf({ copy, schoolName, signatures: [], forSigning: true })),
    fileName: 'plan-to-sign.pdf',
  }),
});
