import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { readAnswers } from '../commands/join-views.ts';
import { lastAnswers, offeredTo } from '../domain/voice-answers.ts';
import { listVoiceAnswers } from '../queries/list-voice-answers.ts';
import { familyHref, loadFamily, OfFamily } from './family-of-plan.ts';

/** Notes that the comments of the family were read. They stay beside the plan. */
export default deed({
  path: '/pupils/:pupilId/plan/family/read',
  params: OfFamily,
  may: 'plan.write',
  from: ({ pupilId }) => familyHref(pupilId),
  load: async ({ tx, params }) => {
    const held = await loadFamily(tx, params.pupilId);
    if (held === null) return null;
    const answers = lastAnswers(await listVoiceAnswers(tx, held.plan.planId));
    return { ...held, answers: answers.filter((one) => one.decision === null && offeredTo(one) === null) };
  },
  submit: async ({ tx, subject: { pupil, plan, answers } }) => {
    const noted = await readAnswers(tx, plan, answers);
    return noted.ok
      ? goTo(familyHref(pupil.pupilId), 'Noted as read')
      : refuse('There is nothing new to read.');
  },
});
