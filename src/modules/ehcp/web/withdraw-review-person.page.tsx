import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawReviewPerson } from '../commands/invite-to-review.ts';
import { withdrawPersonForm } from '../domain/review/review.form.ts';
import { loadPerson, OfReviewPerson, ofPupil, reviewHref, staleWords } from './review-of.ts';

/** Takes somebody off the list of a review, with the reason. */
export default page({
  path: '/annual-reviews/:reviewId/people/:reviewPersonId/withdraw',
  params: OfReviewPerson,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Take off the list',
  form: withdrawPersonForm,
  about: ofPupil,
  load: ({ tx, params }) => loadPerson(tx, params),
  view: ({ subject: { review, person }, attempt }) => (
    <div class="narrow">
      <PageHead title="Take off the list" lead={person.name} />
      <PostForm attempt={attempt} submit="Take off" cancel={{ href: reviewHref(review.reviewId) }}>
        <HiddenField name="version" value={String(person.version)} />
        <Card>
          {person.isRequired && <Inset>{`By law they must be invited. ${person.why}.`}</Inset>}
          <FormField of={withdrawPersonForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.person.version) return refuse(staleWords);
    const done = await withdrawReviewPerson(tx, subject, values.why);
    return done ? goTo(reviewHref(subject.review.reviewId), 'Taken off the list') : refuse(staleWords);
  },
});
