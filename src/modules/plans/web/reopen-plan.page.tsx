import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { reopenPlan } from '../commands/move-plan.ts';
import { reopenPlanForm } from '../domain/plan.form.ts';
import { loadPlan, nameOf, OfPupil, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';

/** Open the plan again, with a reason. */
export default page({
  path: '/pupils/:pupilId/plan/reopen',
  params: OfPupil,
  may: 'plan.issue',
  section: 'Pupils',
  title: 'Open the plan again',
  form: reopenPlanForm,
  about: ofPupil,
  load: ({ tx, params }) => loadPlan(tx, params.pupilId),
  view: ({ subject: { pupil, plan }, attempt }) => (
    <div class="narrow">
      <PageHead title="Open the plan again" lead={nameOf(pupil)} />
      <PostForm attempt={attempt} submit="Open again" cancel={{ href: planHref(pupil.pupilId) }}>
        <HiddenField name="version" value={String(plan.version)} />
        <Card>
          <FormField of={reopenPlanForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan }, values }) => {
    if (values.version !== plan.version) return refuse(refusalWords.stale);
    const done = await reopenPlan(tx, { plan, why: values.why });
    return done.ok ? goTo(planHref(pupil.pupilId), 'Opened again') : refuse(refusalWords[done.refusal]);
  },
});
