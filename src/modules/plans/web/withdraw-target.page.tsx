import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawTarget } from '../commands/set-target.ts';
import { withdrawTargetForm } from '../domain/plan.form.ts';
import { loadPlan, OfTarget, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';

/** Takes a target out of a plan that is being written, with a reason. */
export default page({
  path: '/pupils/:pupilId/plan/targets/:targetId/withdraw',
  params: OfTarget,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Take a target out',
  form: withdrawTargetForm,
  about: ofPupil,
  load: async ({ tx, params }) => {
    const held = await loadPlan(tx, params.pupilId);
    const target = held?.plan.targets.find((one) => one.targetId === params.targetId);
    return held === null || target === undefined ? null : { ...held, target };
  },
  view: ({ subject: { pupil, target }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take a target out" lead={target.words} />
      <PostForm attempt={attempt} submit="Take it out" cancel={{ href: planHref(pupil.pupilId) }}>
        <HiddenField name="version" value={String(target.version)} />
        <Card>
          <FormField of={withdrawTargetForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan, target }, values }) => {
    if (values.version !== target.version) return refuse(refusalWords.stale);
    const done = await withdrawTarget(tx, { plan, target, why: values.why });
    return done.ok ? goTo(planHref(pupil.pupilId), 'Target taken out') : refuse(refusalWords[done.refusal]);
  },
});
