import type { SchoolDate } from '#src/kernel/dates.ts';
import { listCurrentFiles, takeFile } from '#src/modules/documents/index.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { circulateAdvice } from '../commands/change-review.ts';
import { deliverPaper } from '../commands/deliver-paper.ts';
import { circulateForm } from '../domain/review/review.form.ts';
import { type AdviceToBind, bindAdvice, documentsOfAdvice } from './advice-paper.ts';
import { clocksOfReview, dueWords } from './due-day.ts';
import { leadOf, loadOpenReview, OfReview, ofPupil, reviewHref, staleWords } from './review-of.ts';

type Taken = Awaited<ReturnType<typeof takeFile>>;
type Subject = AdviceToBind & {
  readonly today: SchoolDate;
  readonly due: string | null;
  readonly taken: Taken | null;
};
const { fields } = circulateForm;

/** Sends the advice round to everybody invited, two weeks before the meeting: one PDF, kept as the proof. */
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
    if (held === null || held.review.case === null) return null;
    const { name: schoolName } = await getSchool(tx);
    const files = await listCurrentFiles(tx, documentsOfAdvice(held));
    const due = dueWords(await clocksOfReview(tx, held.review), 'V6');
    return { ...held, schoolName, files, due, today: tx.scope.today, taken: null };
  },
  view: ({ subject, attempt }) => {
    const { review, today, due } = subject;
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
              The <a href={`${href}/advice.pdf`}>advice as one PDF</a>, with the documents that were given,
              goes to everybody invited at least two weeks before the meeting. Sendero keeps it as it stands
              now, as the proof of what was sent.
            </p>
            {due !== null && <p class="small quiet">{due}</p>}
            <FormField of={fields.mail} attempt={attempt} value />
            <FormField of={fields.circulatedOn} attempt={attempt} value={today} />
            <FormField of={fields.how} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  prepare: async ({ program, subject }): Promise<Subject> => ({
    ...subject,
    taken: await takeFile(program, {
      fileName: 'review-advice.pdf',
      bytes: await bindAdvice(program, subject),
    }),
  }),
  submit: async ({ tx, actor, program, subject: { review, taken }, values }) => {
    if (taken === null || !taken.ok) return refuse(taken?.why ?? staleWords);
    const { version, circulatedOn, how = null, mail } = values;
    if (version !== review.version) return refuse(staleWords);
    const done = await circulateAdvice(tx, review, { circulatedOn, how, file: taken.value });
    if (!done.ok) return refuse(done.words);
    await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    const href = reviewHref(review.reviewId);
    if (!mail || done.value === null) return goTo(href, 'Noted, and kept as it is');
    await deliverPaper(tx, review, { what: 'advice', documentId: done.value });
    await program.jobs.send(tx, 'mail-review-papers', { schoolId: actor.schoolId });
    return goTo(href, 'On its way to everybody invited, and kept as it is');
  },
});
