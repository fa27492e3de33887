import type { SchoolDate } from '#src/kernel/dates.ts';
import { type ListedDocument, listDocuments } from '#src/modules/documents/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { takeAdvice } from '../commands/take-advice.ts';
import { adviceForm } from '../domain/review/review.form.ts';
import {
  loadPerson,
  OfReviewPerson,
  ofPupil,
  type PersonOfReview,
  reviewHref,
  staleWords,
} from './review-of.ts';

type Subject = PersonOfReview & { readonly documents: readonly ListedDocument[]; readonly today: SchoolDate };
const { fields } = adviceForm;
const refusals = {
  in_future: { receivedOn: 'Received on must be today or in the past' },
  nothing: { words: 'Enter what they say, choose a document, or tick that there is nothing to say' },
} as const;

/** What somebody said before the meeting, entered for them: words, or a document that is kept. */
export default page({
  path: '/annual-reviews/:reviewId/people/:reviewPersonId/advice',
  params: OfReviewPerson,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Advice for the review',
  form: adviceForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await loadPerson(tx, params);
    if (held === null) return null;
    return {
      ...held,
      documents: await listDocuments(tx, {
        pupilId: held.pupil.pupilId,
        q: '',
        kinds: [],
        limit: 100,
        offset: 0,
      }),
      today: tx.scope.today,
    };
  },
  view: ({ subject: { review, person, documents, pupil, today }, attempt }) => {
    const { advice } = person;
    return (
      <div class="narrow">
        <PageHead title="Advice for the review" lead={person.name} />
        <PostForm attempt={attempt} submit="Save" cancel={{ href: reviewHref(review.reviewId) }}>
          <HiddenField name="version" value={String(person.version)} />
          <Card>
            <FormField of={fields.receivedOn} attempt={attempt} value={advice?.receivedOn ?? today} />
            <FormField of={fields.words} attempt={attempt} value={advice?.words} />
            <FormField
              of={fields.documentId}
              attempt={attempt}
              value={advice?.documentId}
              options={documents.map(({ documentId, title }) => ({ value: documentId, label: title }))}
            />
            <p class="small quiet">
              A report that is not kept yet:{' '}
              <a href={`/pupils/${pupil.pupilId}/documents/new`}>keep it first</a>.
            </p>
            <FormField of={fields.nothing} attempt={attempt} value={advice?.nothingToSay} />
          </Card>
        </PostForm>
        {advice?.receivedOn != null && (
          <form
            method="post"
            action={`${reviewHref(review.reviewId)}/people/${person.reviewPersonId}/advice/take-back`}
          >
            <SubmitButton kind="second">It was not theirs: take it back</SubmitButton>
          </form>
        )}
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { person, documents, review } = subject;
    if (values.version !== person.version) return refuse(staleWords);
    const { receivedOn, words = null, documentId = null, nothing } = values;
    if (documentId !== null && !documents.some((one) => one.documentId === documentId))
      return refuse({ documentId: 'Select a document of this pupil' });
    const nothingToSay = nothing && words === null && documentId === null;
    const done = await takeAdvice(tx, subject, { receivedOn, words, documentId, nothingToSay });
    return done.ok ? goTo(reviewHref(review.reviewId), 'Saved') : refuse(refusals[done.refusal]);
  },
});
