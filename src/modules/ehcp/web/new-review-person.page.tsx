import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addReviewPerson } from '../commands/invite-to-review.ts';
import { newReviewPersonForm } from '../domain/review/review.form.ts';
import { leadOf, loadOpenReview, OfReview, ofPupil, reviewHref } from './review-of.ts';

const { fields } = newReviewPersonForm;

/** Adds a professional or somebody else to those who are invited. */
export default page({
  path: '/annual-reviews/:reviewId/people/new',
  params: OfReview,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Add somebody',
  form: newReviewPersonForm,
  about: ofPupil,
  load: ({ tx, params }) => loadOpenReview(tx, params.reviewId),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Add somebody" lead={leadOf(subject)} />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: reviewHref(subject.review.reviewId) }}>
        <Card>
          <FormField of={fields.name} attempt={attempt} />
          <FormField of={fields.capacity} attempt={attempt} value="professional" />
          <FormField of={fields.email} attempt={attempt} />
          <FormField of={fields.why} attempt={attempt} />
          <p class="small quiet">
            They answer by a link, without an account. Whoever is to read the pupil’s records is{' '}
            <a href={`/guests/new?pupil=${subject.pupil.pupilId}`}>invited as a guest</a> besides.
          </p>
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { review }, values }) => {
    const { capacity, name, email = null, why = 'Invited by the school' } = values;
    const done = await addReviewPerson(tx, review, {
      capacity,
      name,
      email,
      why,
      personId: null,
      carerId: null,
      isRequired: false,
    });
    if (!done.ok) return refuse({ name: done.words });
    return goTo(reviewHref(review.reviewId), `Added. Send the invitation to ${name} from the list.`);
  },
});
