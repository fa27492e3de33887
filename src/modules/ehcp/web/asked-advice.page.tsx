import { z } from 'zod';
import { checkedDay } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { takeAdvice } from '../commands/take-advice.ts';
import { mostReviewsAsked, ownAdviceForm, ownAdviceTyped } from '../domain/review/review.form.ts';
import type { Review } from '../domain/review/review.ts';
import { listReviewsAskingMe } from '../queries/find-review.ts';

const field = (name: string) => {
  const found = Object.values(ownAdviceForm.fields).find((one) => one.name === name);
  if (found === undefined) throw new Error(`No field ${name}`);
  return found;
};

/** Everything that is asked of one person for reviews, on one page. What is left blank is asked still. */
export default page({
  path: '/asks/reviews',
  params: z.object({}),
  may: 'plan.evidence',
  section: 'Reviews',
  title: 'Asked of me for reviews',
  form: ownAdviceForm,
  load: async ({ tx }) => {
    const reviews = (await listReviewsAskingMe(tx)).slice(0, mostReviewsAsked);
    return {
      reviews,
      names: await listNamesOf(
        tx,
        reviews.map(({ pupilId }) => pupilId),
      ),
    };
  },
  about: ({ reviews }) => reviews.map(({ pupilId }) => pupilId),
  view: ({ subject: { reviews, names }, attempt, actor }) => (
    <>
      <PageHead
        title="Asked of me for reviews"
        lead="A few sentences: what goes well, what is hard, what should change. What you leave blank can wait."
      />
      <ReviewTabs actor={actor} current="/asks/reviews" />
      {reviews.length === 0 && Object.keys(attempt.errors).length === 0 ? (
        <EmptyState title="Nothing is asked of you">
          You are asked here before the annual review of a pupil whom you teach or support.
        </EmptyState>
      ) : (
        <PostForm attempt={besideReviews(attempt, reviews)} submit="Save what I have written">
          <NotAskedNow attempt={attempt} reviews={reviews} />
          {reviews.map(({ reviewId, pupilId, meetingOn }, at) => (
            <Card
              key={reviewId}
              title={`${names.get(pupilId) ?? 'A pupil'} · meeting on ${checkedDay(meetingOn)}`}
            >
              <HiddenField name={`review${at + 1}`} value={reviewId} />
              <FormField
                of={{ ...field(`words${at + 1}`), isOptional: false }}
                attempt={besideReviews(attempt, reviews)}
              />
              <FormField of={field(`nothing${at + 1}`)} attempt={besideReviews(attempt, reviews)} />
            </Card>
          ))}
        </PostForm>
      )}
    </>
  ),
  submit: async ({ tx, actor, subject: { reviews }, values }) => {
    const given = ownAdviceTyped(values);
    if (given.length === 0) return refuse('Write a few words, or tick that there is nothing to say');
    for (const { reviewId, words, row } of given) {
      const review = reviews.find((one) => one.reviewId === reviewId);
      const person = review?.people.find(({ personId }) => personId === actor.personId);
      if (review === undefined || person === undefined)
        return refuse({ [`review${row}`]: 'One of these is not asked of you any more' });
      const advice = { receivedOn: tx.scope.today, words, documentId: null, nothingToSay: words === null };
      await takeAdvice(tx, { review, person }, advice);
    }
    return goTo('/asks/reviews', given.length === 1 ? 'One answer saved' : `${given.length} answers saved`);
  },
});

type Asked = readonly Pick<Review, 'reviewId'>[];

/** What was typed, each beside its own review: one that was there may be asked no longer. */
function besideReviews({ values, errors }: Attempt, reviews: Asked): Attempt {
  const rows = reviews.map(({ reviewId }) =>
    Object.keys(values)
      .find((name) => name.startsWith('review') && values[name] === reviewId)
      ?.slice(6),
  );
  const moved = rows.flatMap((row, at) =>
    row === undefined ? [] : ['words', 'nothing'].map((part) => [`${part}${at + 1}`, values[part + row]]),
  );
  return { values: Object.fromEntries(moved), errors };
}

/** The words for a review that is asked no longer: they stay to be copied. */
function NotAskedNow({ attempt, reviews }: { readonly attempt: Attempt; readonly reviews: Asked }) {
  const left = ownAdviceTyped(attempt.values).filter(
    ({ words, reviewId }) => words !== null && !reviews.some((one) => one.reviewId === reviewId),
  );
  return left.map(({ row, words }) => (
    <Inset key={row}>
      <b>Not asked of you any more. You wrote:</b> {words}
    </Inset>
  ));
}
