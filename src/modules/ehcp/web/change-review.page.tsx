import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeReview } from '../commands/change-review.ts';
import { changeReviewForm } from '../domain/review/review.form.ts';
import { leadOf, loadOpenReview, OfReview, ofPupil, reviewHref, staleWords } from './review-of.ts';

const { fields } = changeReviewForm;

/** Moves a meeting to another day, with the reason, or says where it is. */
export default page({
  path: '/annual-reviews/:reviewId/change',
  params: OfReview,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Move the meeting',
  form: changeReviewForm,
  about: ofPupil,
  load: ({ tx, params }) => loadOpenReview(tx, params.reviewId),
  view: ({ subject, attempt }) => {
    const { review } = subject;
    return (
      <div class="narrow">
        <PageHead title="Move the meeting" lead={leadOf(subject)} />
        <PostForm attempt={attempt} submit="Save" cancel={{ href: reviewHref(review.reviewId) }}>
          <HiddenField name="version" value={String(review.version)} />
          <Card>
            <FormField of={fields.meetingOn} attempt={attempt} value={review.meetingOn} />
            <FormField of={fields.meetingAt} attempt={attempt} value={review.meetingAt} />
            <FormField of={fields.venue} attempt={attempt} value={review.venue} />
            <FormField of={fields.chair} attempt={attempt} value={review.chair} />
            <FormField of={fields.why} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { review }, values }) => {
    const { version, meetingOn, meetingAt = null, venue = null, chair = null, why = null } = values;
    if (version !== review.version) return refuse(staleWords);
    const done = await changeReview(tx, review, { meetingOn, meetingAt, venue, chair, why });
    if (done.ok) return goTo(reviewHref(review.reviewId), done.value ? 'Saved' : 'Nothing was different');
    return refuse(done.words);
  },
});
