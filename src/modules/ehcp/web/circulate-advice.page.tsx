import type { SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { circulateAdvice } from '../commands/change-review.ts';
import { circulateForm } from '../domain/review/review.form.ts';
import {
  leadOf,
  loadOpenReview,
  OfReview,
  ofPupil,
  type ReviewOfPupil,
  reviewHref,
  staleWords,
} from './review-of.ts';

type Subject = ReviewOfPupil & { readonly today: SchoolDate };

/** Records that the advice went round to everybody invited, two weeks before the meeting. */
export default page({
  path: '/annual-reviews/:reviewId/circulate',
  params: OfReview,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Circulate the advice',
  form: circulateForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadOpenReview(tx, params.reviewId);
    return held === null || held.review.case === null ? null : { ...held, today: tx.scope.today };
  },
  view: ({ subject, attempt }) => {
    const { review, today } = subject;
    const waiting = review.people.filter(({ advice }) => advice !== null && advice.receivedOn === null);
    const href = reviewHref(review.reviewId);
    return (
      <div class="narrow">
        <PageHead title="Circulate the advice" lead={leadOf(subject)} />
        {waiting.length > 0 && (
          <Inset>{`Nothing has come yet from: ${waiting.map(({ name }) => name).join('; ')}.`}</Inset>
        )}
        <PostForm attempt={attempt} submit="It was circulated" cancel={{ href }}>
          <HiddenField name="version" value={String(review.version)} />
          <Card>
            <p>
              Send the <a href={`${href}/advice.pdf`}>advice as one PDF</a>, with the documents that were
              given, to everybody invited at least two weeks before the meeting.
            </p>
            <FormField of={circulateForm.fields.circulatedOn} attempt={attempt} value={today} />
            <FormField of={circulateForm.fields.how} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  submit: async ({ tx, subject: { review }, values }) => {
    const { version, circulatedOn, how = null } = values;
    if (version !== review.version) return refuse(staleWords);
    const done = await circulateAdvice(tx, review, { circulatedOn, how });
    return done.ok ? goTo(reviewHref(review.reviewId), 'Noted') : refuse(done.words);
  },
});
