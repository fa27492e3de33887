import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { listPlanVersions } from '#src/modules/plans/index.ts';
import { findPupil } from '#src/modules/pupils/index.ts';
import { listSignedWords } from '#src/modules/voice/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { download } from '#src/platform/http/download.ts';
import { makePdf } from '#src/platform/pdf/pdf.ts';
import { issuedPlanPdf } from './issued-plan.ts';

/** An issued plan as a tagged PDF. */
export default download({
  path: '/pupils/:pupilId/plan/issued/:number/plan.pdf',
  params: z.object({ pupilId: PupilId, number: z.coerce.number().int().min(1) }),
  may: 'plan.read',
  load: async ({ tx, actor, params }) => {
    const pupil = await findPupil(tx, params.pupilId);
    const versions = pupil === null ? [] : await listPlanVersions(tx, params.pupilId);
    const version = versions.find((one) => one.number === params.number);
    const footer = `${actor.schoolName} · made by ${actor.knownAs}, ${timeWords(tx.scope.clock.now())}`;
    if (pupil === null || version === undefined) return null;
    return { pupil, version, footer, signed: await listSignedWords(tx, version) };
  },
  about: ({ pupil }) => [pupil.pupilId],
  send: async ({ pupil, version, footer, signed }) => ({
    type: 'application/pdf',
    body: await makePdf(issuedPlanPdf(pupil, version, { footer, signed })),
    fileName: `plan-${version.number}.pdf`,
  }),
});
