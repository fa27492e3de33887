import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { undoPlanIntake } from '../commands/undo-plan-intake.ts';
import { findPlanIntake } from '../queries/find-plan-intake.ts';
import { intakeHref, intakeStale, OfIntake, plural } from './plan-intake-words.ts';

/** Takes back what a file of plans brought and nobody has touched since. */
export default deed({
  path: '/imports/plans/:planIntakeId/undo',
  params: OfIntake,
  may: 'plan.issue',
  from: ({ planIntakeId }) => intakeHref(planIntakeId),
  load: ({ tx, params }) => findPlanIntake(tx, params.planIntakeId),
  submit: async ({ tx, subject }) => {
    const done = await undoPlanIntake(tx, subject);
    if (!done.ok)
      return refuse(done.refusal === 'stale' ? intakeStale : 'Nothing of this file was taken in.');
    const { stayed } = done.value;
    const rest = stayed === 0 ? '' : ` ${plural(stayed, 'plan')} changed since stay as they are.`;
    return goTo(intakeHref(subject.planIntakeId), `Taken back.${rest}`);
  },
});
