import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ReadingAgeCard } from '#src/ui/reading-age-card.tsx';
import { sharePlan } from '../commands/move-plan.ts';
import { sharePlanForm } from '../domain/plan.form.ts';
import { contentOf, contentWords } from '../domain/plan-version.ts';
import { readingAgeShown } from '../reading/reading-age.ts';
import { dayWords, loadPlan, nameOf, OfPupil, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';

const { fields } = sharePlanForm;

/** Notes when a draft was shared with the parents, and when it is reviewed. */
export default page({
  path: '/pupils/:pupilId/plan/share',
  params: OfPupil,
  may: 'plan.write',
  section: 'Pupils',
  title: 'Shared with parents',
  form: sharePlanForm,
  about: ofPupil,
  load: async ({ tx, params }) => {
    const held = await loadPlan(tx, params.pupilId);
    return held === null ? null : { ...held, today: tx.scope.today };
  },
  view: ({ subject: { pupil, plan, today }, attempt }) => (
    <div class="narrow">
      <PageHead title="Shared with parents" lead={nameOf(pupil)} />
      <ReadingAgeCard {...readingAgeShown(contentWords(contentOf(plan)))} />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: planHref(pupil.pupilId) }}>
        <HiddenField name="version" value={String(plan.version)} />
        <Card>
          <FormField of={fields.sharedOn} attempt={attempt} value={plan.sharedOn ?? today} />
          <FormField of={fields.sharedWith} attempt={attempt} value={plan.sharedWith} />
          <FormField of={fields.reviewOn} attempt={attempt} value={plan.reviewOn} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { pupil, plan }, values }) => {
    if (values.version !== plan.version) return refuse(refusalWords.stale);
    const done = await sharePlan(tx, { plan, ...values });
    if (done.ok)
      return goTo(`${planHref(pupil.pupilId)}/family`, 'Noted as shared. Make a link for each parent.');
    const words = dayWords[done.refusal];
    if (done.refusal === 'review_in_past') return refuse({ reviewOn: words });
    return refuse(
      done.refusal === 'in_future' || done.refusal === 'before_start' ? { sharedOn: words } : words,
    );
  },
});
