import { NotFound } from '#src/kernel/stops.ts';
import { findSharedCopy } from '#src/modules/plans/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import type { Route } from '#src/platform/http/route.ts';
import { asVoice } from '../commands/open-voice.ts';
import { lastAnswers } from '../domain/voice-answers.ts';
import { listSignatures } from '../queries/list-signatures.ts';
import { listVoiceAnswers } from '../queries/list-voice-answers.ts';
import { sharedPlanPdf } from './shared-plan-pdf.ts';
import { voiceOf } from './voice-page.ts';

const path = '/v/plan.pdf';

/** The family's own copy: the plan that was shared, what this person said of it, and their signature. */
const route: Route = {
  path,
  methods: ['GET'],
  may: 'open',
  mount: (app, program) => {
    app.get(path, async (web) => {
      const voice = await voiceOf(web, program);
      if (voice === null) return web.redirect('/v/closed', 303);
      if (voice.link.kind === 'pupil') throw new NotFound();
      const { planId, carerId, pupilId } = voice.link;
      const who = carerId ?? pupilId;
      const shown = await asVoice(program, voice, async (tx) => {
        const copy = await findSharedCopy(tx, planId);
        if (copy === null) throw new NotFound();
        const signatures = await listSignatures(tx, planId);
        const answers = lastAnswers(await listVoiceAnswers(tx, planId));
        return {
          copy,
          signatures: signatures.filter(
            (one) => one.signedById === who && one.sharedCopyId === copy.sharedCopyId,
          ),
          answers: answers.filter((one) => one.saidById === who),
        };
      });
      const pdf = await makePdf(sharedPlanPdf({ ...shown, schoolName: voice.schoolName }));
      return web.body(pdf, 200, {
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="plan.pdf"',
      });
    });
  },
};
export default route;
