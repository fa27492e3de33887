import { z } from 'zod';
import { form } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { makeReviewLink } from '../commands/review-link.ts';
import { loadPerson, OfReviewPerson, ofPupil, reviewHref } from './review-of.ts';

const refusals = {
  signs_in: 'This person has an account here and signs in',
  restricted: 'No link: a court or the safeguarding lead limits contact with this person',
  over: 'The day of the meeting is past',
} as const;

/** Makes a link and a code to be handed over by the school. */
export default page({
  path: '/annual-reviews/:reviewId/people/:reviewPersonId/link',
  params: OfReviewPerson,
  search: z.object({}),
  may: 'plan.issue',
  section: 'Reviews',
  title: 'A link to answer by',
  form: form({}),
  about: ofPupil,
  load: ({ tx, params }) => loadPerson(tx, params),
  view: ({ subject: { review, person }, attempt }) => (
    <div class="narrow">
      <PageHead title="A link to answer by" lead={person.name} />
      <PostForm
        attempt={attempt}
        submit="Make a link and a code"
        cancel={{ href: reviewHref(review.reviewId) }}
      >
        <Card>
          <p>
            Hand both over yourself, on paper or by phone. The link works until the day of the meeting; one
            made before stops.
          </p>
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, program, subject }) => {
    const { secret, url } = program.settings;
    const made = await makeReviewLink(tx, secret, subject);
    if (!made.ok) return refuse(refusals[made.refusal]);
    const { path, code } = made.value;
    const words = `Hand over both, they are shown only now. Link: ${url}${path} Code: ${code}`;
    return goTo(reviewHref(subject.review.reviewId), words);
  },
});
