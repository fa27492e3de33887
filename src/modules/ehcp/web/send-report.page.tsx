import { takeFile } from '#src/modules/documents/index.ts';
import { makePdf } from '#src/paper/pdf.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { sendReport } from '../commands/write-report.ts';
import { sendReportForm } from '../domain/review/review.form.ts';
import { leadOf, OfReview, ofPupil, reviewHref, staleWords } from './review-of.ts';
import { loadReport, type ReportOfReview, reportPdf } from './review-report.ts';

type Taken = Awaited<ReturnType<typeof takeFile>>;
type Subject = ReportOfReview & { readonly taken: Taken | null };
const { fields } = sendReportForm;

/** Records that the report was sent: it is kept as it stands, as the proof, and the clock of the law stops. */
export default page({
  path: '/annual-reviews/:reviewId/send-report',
  params: OfReview,
  may: 'plan.issue',
  section: 'Reviews',
  title: 'Send the report',
  form: sendReportForm,
  about: ofPupil,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const report = await loadReport(tx, params.reviewId);
    return report === null || report.review.withdrawnWhy !== null ? null : { ...report, taken: null };
  },
  view: ({ subject, attempt }) => {
    const { review, missing, today } = subject;
    const href = reviewHref(review.reviewId);
    return (
      <div class="narrow">
        <PageHead title="Send the report" lead={leadOf(subject)} />
        {missing.length > 0 && (
          <Inset>
            <b>Not complete yet.</b> Missing: {missing.map(({ label }) => label).join('; ')}.
          </Inset>
        )}
        <PostForm attempt={attempt} submit="The report was sent" cancel={{ href }}>
          <HiddenField name="version" value={String(review.version)} />
          <Card>
            <p>
              Send the <a href={`${href}/report.pdf`}>PDF</a> or the{' '}
              <a href={`${href}/report.docx`}>Word file</a> to everybody invited and to the authority within
              two weeks of the meeting. Sendero keeps the PDF as it stands now, as the proof of what was sent.
            </p>
            <FormField of={fields.sentOn} attempt={attempt} value={today} />
            <FormField of={fields.how} attempt={attempt} />
          </Card>
        </PostForm>
      </div>
    );
  },
  prepare: async ({ program, subject }): Promise<Subject> => ({
    ...subject,
    taken: await takeFile(program, {
      fileName: 'review-report.pdf',
      bytes: await makePdf(reportPdf(subject)),
    }),
  }),
  submit: async ({ tx, actor, program, subject: { review, missing, taken }, values }) => {
    if (taken === null || !taken.ok) return refuse(taken?.why ?? staleWords);
    if (values.version !== review.version) return refuse(staleWords);
    const { sentOn, how = null } = values;
    const done = await sendReport(tx, review, { sentOn, how, missing, file: taken.value });
    if (!done.ok) return refuse(done.words);
    await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    return goTo(reviewHref(review.reviewId), 'Report sent, and kept as it is');
  },
});
