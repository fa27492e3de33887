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
import { deliverPaper } from '../commands/deliver-paper.ts';
import { sendReport } from '../commands/write-report.ts';
import { sendReportForm } from '../domain/review/review.form.ts';
import { clocksOfReview, dueWords } from './due-day.ts';
import { leadOf, OfReview, ofPupil, reviewHref, staleWords } from './review-of.ts';
import { loadReport, type ReportOfReview, reportPdf } from './review-report.ts';

type Taken = Awaited<ReturnType<typeof takeFile>>;
type Subject = ReportOfReview & { readonly taken: Taken | null; readonly due: string | null };
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
    if (report === null || report.review.withdrawnWhy !== null) return null;
    return { ...report, taken: null, due: dueWords(await clocksOfReview(tx, report.review), 'V7') };
  },
  view: ({ subject, attempt }) => {
    const { review, missing, today, due } = subject;
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
            {due !== null && <p class="small quiet">{due}</p>}
            <FormField of={fields.mail} attempt={attempt} value />
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
    const { sentOn, how = null, mail } = values;
    const done = await sendReport(tx, review, { sentOn, how, missing, file: taken.value });
    if (!done.ok) return refuse(done.words);
    await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    const href = reviewHref(review.reviewId);
    if (!mail) return goTo(href, 'Report sent, and kept as it is');
    await deliverPaper(tx, review, { what: 'report', documentId: done.value });
    await program.jobs.send(tx, 'mail-review-papers', { schoolId: actor.schoolId });
    return goTo(href, 'Report kept as it is, and on its way to everybody invited');
  },
});
