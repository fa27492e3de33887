import { reopenEhcPlan } from '#src/modules/ehcp/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ehcHref, loadEhc, OfPupil, staleWords } from './ehc-of-pupil.ts';

const hasOne =
  'This pupil has another EHC plan by now, and a pupil has one at a time. End that one first if it is the mistake.';

/** Takes the end of a plan back. */
export default deed({
  path: '/pupils/:pupilId/ehc-plan/reopen',
  params: OfPupil,
  may: 'ehcp.write',
  from: ({ pupilId }) => ehcHref(pupilId),
  load: ({ tx, params }) => loadEhc(tx, params.pupilId),
  submit: async ({ tx, subject: { pupil, plan } }) => {
    const done = await reopenEhcPlan(tx, plan);
    if (done.ok) return goTo(ehcHref(pupil.pupilId), 'The EHC plan goes on');
    return refuse(done.refusal === 'has_one' ? hasOne : staleWords);
  },
});
