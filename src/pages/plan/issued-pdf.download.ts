import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { faceOf, facePdf, findPlanTemplate } from '#src/modules/plans/index.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { findSource, paperFooter } from './faces/face-of-pupil.ts';

/** An issued plan as a tagged PDF, as a SEN support plan. */
export default download({
  path: '/pupils/:pupilId/plan/issued/:number/plan.pdf',
  params: z.object({ pupilId: PupilId, number: z.coerce.number().int().min(1) }),
  may: 'plan.read',
  load: async ({ tx, actor, params: { pupilId, number } }) => {
    const pupil = await findPupil(tx, pupilId);
    const source = pupil === null ? null : await findSource(tx, actor, { pupil, number });
    const template = await findPlanTemplate(tx, 'support-plan');
    if (source === null || template === null) return null;
    return { pupilId, number, face: faceOf(template, source), footer: paperFooter(tx, actor) };
  },
  about: ({ pupilId }) => [pupilId],
  send: async ({ number, face, footer }) => ({
    type: 'application/pdf',
    body: await makePdf(facePdf(face, { footer, isLarge: false })),
    fileName: `plan-${number}.pdf`,
  }),
});
