import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawReview } from '../commands/change-review.ts';
import { withdrawReviewForm } from '../domain/review/review.form.ts';
import { leadOf, loadOpenReview, OfReview, ofPupil, reviewHref, staleWords } from './review-of.ts';

/** Takes back a review that was started by mistake. */
export default page({
  path: '/annual-reviews/:reviewId/withdraw',
  params: OfReview,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Withdraw the review',
  form: withdrawReviewForm,
  about: ofPupil,
  load: ({ tx, params }) => loadOpenReview(tx, params.reviewId),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Withdraw the review" lead={leadOf(subject)} />
      <PostForm attempt={attempt} submit="Withdraw it" cancel={{ href: reviewHref(subject.review.reviewId) }}>
        <HiddenField name="version" value={String(subject.review.version)} />
        <Card>
          <p>Links that were sent stop working. Those invited are not told: tell them.</p>
          <FormField of={withdrawReviewForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { review }, values }) => {
    if (values.version !== review.version) return refuse(staleWords);
    const done = await withdrawReview(tx, review, values.why);
    return done.ok ? goTo('/annual-reviews', 'Review withdrawn') : refuse(done.words);
  },
});
