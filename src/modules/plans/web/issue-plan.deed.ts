import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { issuePlan } from '../commands/move-plan.ts';
import { loadPlan, OfPupil, planHref, refusalWords } from './plan-of-pupil.ts';

/** Issues a plan that was shared: numbered, kept as it stands, locked. */
export default deed({
  path: '/pupils/:pupilId/plan/issue',
  params: OfPupil,
  may: 'plan.issue',
  from: ({ pupilId }) => planHref(pupilId),
  load: ({ tx, params }) => loadPlan(tx, params.pupilId),
  submit: async ({ tx, subject: { pupil, plan } }) => {
    const done = await issuePlan(tx, plan);
    return done.ok
      ? goTo(planHref(pupil.pupilId), `Issued as number ${done.value}`)
      : refuse(refusalWords[done.refusal]);
  },
});
