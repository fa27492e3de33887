import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { faceOf, facePdf, findPlanTemplate, listPlanVersions } from '#src/modules/plans/index.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { listSignedWords } from '#src/modules/voice/index.ts';
import { makePdf, type PdfBlock } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { findSource, paperFooter } from './faces/face-of-pupil.ts';

/** Who signed what the family was shown, and how it stands to what was issued. */
const signaturesOn = (signed: readonly string[]): readonly PdfBlock[] =>
  signed.length === 0
    ? []
    : [
        { kind: 'heading', level: 2, words: 'Signatures' },
        ...signed.map((words): PdfBlock => ({ kind: 'text', words })),
      ];

/** An issued plan as a tagged PDF, as a SEN support plan. */
export default download({
  path: '/pupils/:pupilId/plan/issued/:number/plan.pdf',
  params: z.object({ pupilId: PupilId, number: z.coerce.number().int().min(1) }),
  may: 'plan.read',
  load: async ({ tx, actor, params: { pupilId, number } }) => {
    const pupil = await findPupil(tx, pupilId);
    const source = pupil === null ? null : await findSource(tx, actor, { pupil, number });
    const template = await findPlanTemplate(tx, 'support-plan');
    const version = (await listPlanVersions(tx, pupilId)).find((one) => one.number === number);
    if (source === null || template === null || version === undefined) return null;
    const signed = await listSignedWords(tx, version);
    return { pupilId, number, face: faceOf(template, source), footer: paperFooter(tx, actor), signed };
  },
  about: ({ pupilId }) => [pupilId],
  send: async ({ number, face, footer, signed }) => {
    const paper = facePdf(face, { footer, isLarge: false });
    return {
      type: 'application/pdf',
      body: await makePdf({ ...paper, blocks: [...paper.blocks, ...signaturesOn(signed)] }),
      fileName: `plan-${number}.pdf`,
    };
  },
});
