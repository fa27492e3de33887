import { findPupil } from '#src/modules/pupils/index.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { beginPlan } from '../commands/begin-plan.ts';
import { OfPupil, planHref } from './plan-of-pupil.ts';

/** Begins a plan, or its next cycle with what the review left open. */
export default deed({
  path: '/pupils/:pupilId/plan/begin',
  params: OfPupil,
  may: 'plan.write',
  from: ({ pupilId }) => planHref(pupilId),
  load: ({ tx, params }) => findPupil(tx, params.pupilId),
  submit: async ({ tx, subject: { pupilId } }) => {
    const done = await beginPlan(tx, pupilId);
    return done.ok ? goTo(planHref(pupilId), 'Plan begun') : refuse('This pupil has a plan already.');
  },
});
