import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawPlan } from '../commands/move-plan.ts';
import { withdrawPlanForm } from '../domain/plan.form.ts';
import { loadPlan, nameOf, OfPupil, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';

/** Withdraw the plan, with a reason. */
export default page({
  path: '/pupils/:pupilId/plan/withdraw',
  params: OfPupil,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Withdraw the plan',
  form: withdrawPlanForm,
  about: ofPupil,
  load: ({ tx, params }) => loadPlan(tx, params.pupilId),
  view: ({ subject: { pupil, plan }, attempt }) => (
    <div class="narrow">
      <PageHead title="Withdraw the plan" lead={nameOf(pupil)} />
      <PostForm attempt={attempt} submit="Withdraw" cancel={{ href: planHref(pupil.pupilId) }}>
        <HiddenField name="version" value={String(plan.version)} />
        <Card>
          <FormField of={withdrawPlanForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan }, values }) => {
    if (values.version !== plan.version) return refuse(refusalWords.stale);
    const done = await withdrawPlan(tx, { plan, why: values.why });
    return done.ok ? goTo(planHref(pupil.pupilId), 'Withdrawn') : refuse(refusalWords[done.refusal]);
  },
});
