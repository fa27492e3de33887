import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { bringFindingBack } from '../commands/set-finding-aside.ts';
import { loadFinding, OfFinding } from './finding-of-plan.ts';
import { planHref, refusalWords } from './plan-of-pupil.ts';

/** Brings a finding back that was set aside. */
export default deed({
  path: '/pupils/:pupilId/plan/findings/:aboutId/:ruleId/back',
  params: OfFinding,
  may: 'plan.write',
  from: ({ pupilId }) => planHref(pupilId),
  load: ({ tx, params }) => loadFinding(tx, params),
  submit: async ({ tx, subject: { pupil, plan, aside } }) => {
    if (aside === null) return refuse('It is shown already.');
    const done = await bringFindingBack(tx, { plan, held: aside.held });
    return done.ok ? goTo(planHref(pupil.pupilId), 'Shown again') : refuse(refusalWords[done.refusal]);
  },
});
