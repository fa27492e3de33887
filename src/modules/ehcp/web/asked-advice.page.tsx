import { z } from 'zod';
import { checkedDay } from '#src/kernel/dates.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ReviewTabs } from '#src/ui/review-tabs.tsx';
import { takeAdvice } from '../commands/take-advice.ts';
import { mostReviewsAsked, ownAdviceForm, ownAdviceTyped } from '../domain/review/review.form.ts';
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
      {reviews.length === 0 ? (
        <EmptyState title="Nothing is asked of you">
          You are asked here before the annual review of a pupil whom you teach or support.
        </EmptyState>
      ) : (
        <PostForm attempt={attempt} submit="Save what I have written">
          {reviews.map(({ reviewId, pupilId, meetingOn }, at) => (
            <Card
              key={reviewId}
              title={`${names.get(pupilId) ?? 'A pupil'} · meeting on ${checkedDay(meetingOn)}`}
            >
              <HiddenField name={`review${at + 1}`} value={reviewId} />
              <FormField of={{ ...field(`words${at + 1}`), isOptional: false }} attempt={attempt} />
              <FormField of={field(`nothing${at + 1}`)} attempt={attempt} />
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
        return refuse({ [`words${row}`]: 'This is not asked of you any more' });
      const advice = { receivedOn: tx.scope.today, words, documentId: null, nothingToSay: words === null };
      await takeAdvice(tx, { review, person }, advice);
    }
    return goTo('/asks/reviews', given.length === 1 ? 'One answer saved' : `${given.length} answers saved`);
  },
});
