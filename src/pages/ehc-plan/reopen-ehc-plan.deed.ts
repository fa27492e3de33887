import { reopenEhcPlan } from '#src/modules/ehcp/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ehcHref, loadEhc, OfPupil, staleWords } from './ehc-of-pupil.ts';

/** Takes the end of a plan back. */
export default deed({
  path: '/pupils/:pupilId/ehc-plan/reopen',
  params: OfPupil,
  may: 'ehcp.write',
  from: ({ pupilId }) => ehcHref(pupilId),
  load: async ({ tx, params }) => {
    const found = await loadEhc(tx, params.pupilId);
    return found === null || found.plan.endedOn === null ? null : found;
  },
  submit: async ({ tx, subject: { pupil, plan } }) => {
    const done = await reopenEhcPlan(tx, plan);
    return done.ok ? goTo(ehcHref(pupil.pupilId), 'The EHC plan goes on') : refuse(staleWords);
  },
});
