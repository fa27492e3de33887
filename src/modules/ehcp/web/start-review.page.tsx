import { z } from 'zod';
import { checkedDay, SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { inviteToReview } from '../commands/invite-to-review.ts';
import { startReview } from '../commands/start-review.ts';
import { startReviewForm } from '../domain/review/review.form.ts';
import { isStatutory, reviewKinds, reviewKindWords } from '../domain/review/review.ts';
import { findReview } from '../queries/find-review.ts';
import { proposeReview, type ReviewProposal } from '../queries/propose-review.ts';
import { InviteList, NotNow, startHref } from './invite-list.view.tsx';
import { nameOf, ofPupil, reviewHref } from './review-of.ts';

type Subject = { readonly pupil: Pupil; readonly proposal: ReviewProposal };
const { fields } = startReviewForm;
const Day = SchoolDate.optional().catch(undefined);

/** Starts a review: the day, whom to invite and of whom to ask words are proposed; one button sends it all. */
export default page({
  path: '/pupils/:pupilId/annual-reviews/new',
  params: z.object({ pupilId: PupilId }),
  search: z.object({
    kind: z.enum(reviewKinds).optional().catch(undefined),
    planMade: Day,
    lastDecisionSent: Day,
  }),
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Start a review',
  form: startReviewForm,
  about: ofPupil,
  load: async ({ tx, params, search }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    if (pupil === null) return null;
    const { kind, planMade, lastDecisionSent } = search;
    return {
      pupil,
      proposal: await proposeReview(tx, pupil, { kind, year: { planMade, lastDecisionSent } }),
    };
  },
  view: ({ subject: { pupil, proposal }, attempt }) => {
    const { kind, meeting, move } = proposal;
    const head = <PageHead title="Start a review" lead={nameOf(pupil)} />;
    const isNow = proposal.hasPlan && (proposal.underWayId === null || !isStatutory(kind));
    if (!isNow)
      return (
        <>
          {head}
          <NotNow pupilId={pupil.pupilId} underWayId={proposal.hasPlan ? proposal.underWayId : null} />
        </>
      );
    return (
      <>
        {head}
        <ChipNav
          label="Kind of review"
          links={reviewKinds.map((one) => ({
            label: reviewKindWords[one],
            href: `${startHref(pupil.pupilId)}?kind=${one}`,
            isCurrent: one === kind,
          }))}
        />
        <PostForm attempt={attempt} submit="Start the review" cancel={{ href: `/pupils/${pupil.pupilId}` }}>
          <HiddenField name="kind" value={kind} />
          <Card title="The meeting">
            {meeting === null ? (
              <Inset>No terms are entered for the coming months, so no day is proposed.</Inset>
            ) : (
              <Inset>
                <b>{checkedDay(meeting.meetingOn)} is proposed.</b> {meeting.why}
                {kind === 'phase_transfer' && move !== null && ` The pupil moves ${move.words}.`}
              </Inset>
            )}
            <FormField of={fields.meetingOn} attempt={attempt} value={meeting?.meetingOn} />
            <FormField of={fields.meetingAt} attempt={attempt} />
            <FormField of={fields.venue} attempt={attempt} />
            <FormField of={fields.chair} attempt={attempt} />
          </Card>
          {isStatutory(kind) && proposal.waiting === null && (
            <Card title="The plan">
              <p class="small quiet">
                The twelve months of a review are counted from these days. Leave blank what is not known.
              </p>
              <FormField
                of={fields.authorityId}
                attempt={attempt}
                value={proposal.authority?.authorityId}
                options={proposal.authorities.map(({ authorityId, name }) => ({
                  value: authorityId,
                  label: name,
                }))}
              />
              <FormField of={fields.planMade} attempt={attempt} value={proposal.year.planMade} />
              <FormField
                of={fields.lastDecisionSent}
                attempt={attempt}
                value={proposal.year.lastDecisionSent}
              />
            </Card>
          )}
          <InviteList people={proposal.people} attempt={attempt} />
          <Card>
            <FormField of={fields.send} attempt={attempt} value />
          </Card>
        </PostForm>
      </>
    );
  },
  submit: async ({ tx, actor, program, subject, values }) => {
    const { pupil } = subject;
    const { kind, planMade, lastDecisionSent } = values;
    const proposal = await proposeReview(tx, pupil, { kind, year: { planMade, lastDecisionSent } });
    const started = await startReview(tx, {
      ...values,
      pupil,
      proposal,
      authorityId: values.authorityId ?? null,
      meetingAt: values.meetingAt ?? null,
      venue: values.venue ?? null,
      chair: values.chair ?? null,
      year: { planMade, lastDecisionSent },
      people: proposal.people.filter(({ key, whyNot }) => whyNot === null && values.who.includes(key)),
    });
    if (!started.ok) return refuse(started.words);
    if (!values.send) return goTo(reviewHref(started.value), 'Review started. Nobody is invited yet.');
    const words = await inviteAll(tx, started.value);
    if (words !== null) return refuse(words);
    await program.jobs.send(tx, 'mail-invitations', { schoolId: actor.schoolId });
    return goTo(reviewHref(started.value), 'Review started. Invitations are on their way.');
  },
});

/** In words why the invitations cannot go out; null where they do. */
async function inviteAll(tx: Tx, reviewId: string): Promise<string | null> {
  const review = await findReview(tx, reviewId);
  const invited = review === null ? null : await inviteToReview(tx, review);
  return invited === null || invited.ok ? null : invited.words;
}
