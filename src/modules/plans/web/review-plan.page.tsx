import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { beginPlan } from '../commands/begin-plan.ts';
import { reviewPlan } from '../commands/move-plan.ts';
import { reviewFields, reviewPlanForm, reviewsTyped } from '../domain/plan.form.ts';
import { ratings, ratingWords } from '../domain/plan.ts';
import { dayWords, loadPlan, nameOf, OfPupil, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';

const scale = ratings.map((one) => `${one} ${ratingWords[one].toLowerCase()}`).join(' · ');

/** Every target of an issued plan reviewed on one page; saving begins the next cycle with what goes on. */
export default page({
  path: '/pupils/:pupilId/plan/review',
  params: OfPupil,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Review the plan',
  form: reviewPlanForm,
  about: ofPupil,
  load: async ({ tx, params }) => {
    const held = await loadPlan(tx, params.pupilId);
    return held?.plan.state === 'issued' ? { ...held, today: tx.scope.today } : null;
  },
  view: ({ subject: { pupil, plan, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="Review the plan" lead={nameOf(pupil)} />
      <p class="small quiet">{scale}</p>
      <PostForm
        attempt={attempt}
        submit="Save the review and begin the next cycle"
        cancel={{ href: planHref(pupil.pupilId) }}
      >
        <HiddenField name="version" value={String(plan.version)} />
        {plan.targets.map((target, at) => {
          const row = at + 1;
          const field = (name: string) => reviewFields[`${name}${row}`];
          return (
            <Card key={target.targetId} title={`${row}. ${target.words}`}>
              {target.success !== null && <p class="small">{`Success: ${target.success}`}</p>}
              {(['rating', 'decision', 'words'] as const).map((name) => {
                const of = field(name);
                return of === undefined ? null : (
                  <FormField key={name} of={{ ...of, name: `${name}${row}` }} attempt={attempt} />
                );
              })}
            </Card>
          );
        })}
        <Card>
          <FormField of={reviewPlanForm.fields.reviewedOn} attempt={attempt} value={today} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan }, values }) => {
    if (values.version !== plan.version) return refuse(refusalWords.stale);
    const typed = reviewsTyped(values, plan.targets);
    if (!typed.ok) return refuse(typed.errors);
    const { reviewedOn } = values;
    const done = await reviewPlan(tx, { plan, reviewedOn, reviews: typed.reviews });
    if (!done.ok) {
      const words = dayWords[done.refusal];
      return refuse(done.refusal === 'stale' || done.refusal === 'not_now' ? words : { reviewedOn: words });
    }
    await beginPlan(tx, pupil.pupilId);
    return goTo(planHref(pupil.pupilId), 'Reviewed. The next cycle is begun as a draft.');
  },
});
