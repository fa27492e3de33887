import { z } from 'zod';
import type { Actor } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { audiencesToWrite, logContact } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { beginPlan } from '../commands/begin-plan.ts';
import { reviewPlan } from '../commands/move-plan.ts';
import { dueSpans } from '../domain/review-due.ts';
import { besideTargets, isAsDrawn, reviewPlanForm, reviewsTyped } from '../domain/review-plan.form.ts';
import { dayWords, nameOf, OfPupil, ofPupil, planHref, refusalWords } from './plan-of-pupil.ts';
import { RatingScale } from './review-fields.view.tsx';
import { loadReview, nextReviewHref, type ReviewOfPlan } from './review-of-plan.ts';
import { AlreadyReviewed, LeftOver, ReviewTable, versionOfMark } from './review-table.view.tsx';

type Subject = ReviewOfPlan & { readonly today: SchoolDate };

const { fields } = reviewPlanForm;

/** Every target of an issued plan reviewed in one table; saving begins the next cycle with what goes on. */
export default page({
  path: '/pupils/:pupilId/plan/review',
  params: OfPupil,
  search: z.object({ due: z.enum(dueSpans).optional().catch(undefined) }),
  may: 'plan.write',
  section: 'Reviews',
  title: 'Review the plan',
  form: reviewPlanForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const review = await loadReview(tx, params.pupilId);
    return review === null ? null : { ...review, today: tx.scope.today };
  },
  view: ({ subject, attempt, search }) => {
    const { pupil, plan, isOpen, today } = subject;
    const head = <PageHead title="Review the plan" lead={`${nameOf(pupil)} · cycle ${plan.cycle}`} />;
    if (!isOpen) {
      return (
        <>
          {head}
          <AlreadyReviewed review={subject} attempt={attempt} />
          <ButtonRow>
            <LinkButton href={planHref(pupil.pupilId)}>The plan as it stands</LinkButton>
          </ButtonRow>
        </>
      );
    }
    const { attempt: typed, left } = besideTargets(attempt, plan.targets);
    return (
      <>
        {head}
        <RatingScale />
        <PostForm
          attempt={typed}
          submit="Save the review and begin the next cycle"
          kind={search.due === undefined ? 'first' : 'second'}
          cancel={{
            href: search.due === undefined ? planHref(pupil.pupilId) : `/reviews/plans?due=${search.due}`,
          }}
        >
          <HiddenField name="planId" value={plan.planId} />
          <HiddenField name="version" value={String(plan.version)} />
          <LeftOver left={left} />
          <ReviewTable review={subject} attempt={typed} isOfList={search.due !== undefined} />
          <Card title="The review">
            <FormField of={fields.reviewedOn} attempt={typed} value={today} />
            <FormField of={fields.parents} attempt={typed} />
            <FormField of={fields.said} attempt={typed} />
          </Card>
          {search.due !== undefined && (
            <ButtonRow>
              <SubmitButton name="goOn" value="next">
                Save and next pupil
              </SubmitButton>
            </ButtonRow>
          )}
        </PostForm>
      </>
    );
  },
  submit: async ({ tx, actor, subject, values, search }) => {
    const { pupil, plan, isOpen } = subject;
    const targets = plan.targets.map((target) => ({
      ...target,
      markVersion: versionOfMark(subject, target),
    }));
    const isSame =
      values.planId === plan.planId && values.version === plan.version && isAsDrawn(values, targets);
    if (!isOpen || !isSame) return refuse(refusalWords.stale);
    const typed = reviewsTyped(values, plan.targets);
    if (!typed.ok) return refuse(typed.errors);
    const { reviewedOn, parents, said, goOn: onTo } = values;
    const done = await reviewPlan(tx, { plan, reviewedOn, reviews: typed.reviews });
    if (!done.ok) {
      const words = dayWords[done.refusal];
      return refuse(done.refusal === 'stale' || done.refusal === 'not_now' ? words : { reviewedOn: words });
    }
    if (parents !== undefined) await noteMeeting(tx, actor, { plan, reviewedOn, parents, said });
    else if (said !== undefined) return refuse({ parents: 'Enter which parents were there' });
    await beginPlan(tx, pupil.pupilId);
    const next = onTo === 'next' ? await nextReviewHref(tx, search.due ?? 'all') : planHref(pupil.pupilId);
    return goTo(next, 'Reviewed. The next cycle is begun as a draft.');
  },
});

type Meeting = {
  readonly plan: ReviewOfPlan['plan'];
  readonly reviewedOn: SchoolDate;
  readonly parents: string;
  readonly said: string | undefined;
};

/** The parents were at the review: it is one of the meetings of the year, said once. */
async function noteMeeting(
  tx: Tx,
  actor: Actor,
  { plan, reviewedOn, parents, said }: Meeting,
): Promise<void> {
  const [audience = 'notes'] = audiencesToWrite(actor);
  await logContact(tx, {
    pupilId: plan.pupilId,
    kind: 'meeting',
    words: said ?? `The plan of cycle ${plan.cycle} was reviewed together.`,
    withWhom: parents,
    on: reviewedOn,
    audience,
  });
}
