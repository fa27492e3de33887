import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { issuePlan } from '../commands/move-plan.ts';
import { issuePlanForm } from '../domain/plan.form.ts';
import { planStateWords, stateAfter } from '../domain/plan.ts';
import { changedSince, planMark } from '../domain/plan-mark.ts';
import { loadPlan, nameOf, OfPupil, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';

const staleWords =
  'This plan was changed after you opened it. Nothing was issued: read what changed, and issue it if it is right';

/** Issues a plan that was shared: numbered, kept as it stands, locked. What is issued is what was read. */
export default page({
  path: '/pupils/:pupilId/plan/issue',
  params: OfPupil,
  may: 'plan.issue',
  section: 'Pupils',
  title: 'Issue the plan',
  form: issuePlanForm,
  about: ofPupil,
  load: ({ tx, params }) => loadPlan(tx, params.pupilId),
  view: ({ subject: { pupil, plan }, attempt }) => {
    const { seen } = attempt.values;
    const changed = typeof seen === 'string' && seen !== '' ? changedSince(seen, plan) : [];
    const isOpen = stateAfter(plan.state, 'issue') !== null;
    return (
      <div class="narrow">
        <PageHead title="Issue the plan" lead={nameOf(pupil)} />
        {isOpen ? (
          <PostForm
            attempt={attempt}
            submit="Issue the plan as it stands"
            cancel={{ label: 'Back to the plan', href: planHref(pupil.pupilId) }}
          >
            <HiddenField name="seen" value={planMark(plan)} />
            {changed.length > 0 && (
              <Card title="Changed since you opened it">
                <ul>
                  {changed.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
              </Card>
            )}
            <Inset>
              It gets the next number and is locked. It can be opened again with a reason; what was issued
              stays as it is.
            </Inset>
          </PostForm>
        ) : (
          <EmptyState title="This plan cannot be issued now">
            <p>
              {`It is marked as: ${planStateWords[plan.state].toLowerCase()}. A plan is issued after it was shared with the parents. `}
              <a href={planHref(pupil.pupilId)}>Back to the plan</a>
            </p>
          </EmptyState>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject: { pupil, plan }, values }) => {
    if (values.seen !== undefined && values.seen !== planMark(plan)) return refuse(staleWords);
    const done = await issuePlan(tx, plan);
    if (done.ok) return goTo(planHref(pupil.pupilId), `Issued as number ${done.value}`);
    return refuse(done.refusal === 'stale' ? staleWords : refusalWords[done.refusal]);
  },
});
