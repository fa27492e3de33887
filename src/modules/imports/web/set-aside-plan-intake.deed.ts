import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { setAsidePlanIntake } from '../commands/bring-plans.ts';
import { findPlanIntake } from '../queries/find-plan-intake.ts';
import { intakeHref, intakeStale, intakesHref, OfIntake } from './plan-intake-words.ts';

/** Puts a file of plans aside that nobody takes in. */
export default deed({
  path: '/imports/plans/:planIntakeId/set-aside',
  params: OfIntake,
  may: 'plan.issue',
  from: ({ planIntakeId }) => intakeHref(planIntakeId),
  load: ({ tx, params }) => findPlanIntake(tx, params.planIntakeId),
  submit: async ({ tx, subject }) => {
    if (subject.state !== 'reviewing') return refuse('This file was dealt with already.');
    const done = await setAsidePlanIntake(tx, subject);
    return done.ok ? goTo(intakesHref, 'Set aside') : refuse(intakeStale);
  },
});
