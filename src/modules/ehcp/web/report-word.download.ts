import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { OfReview, ofPupil } from './review-of.ts';
import { loadReport, reportPdf } from './review-report.ts';

/** The report of a review as a Word file, for an authority that wants it so or to be put on paper of the school's own. */
export default download({
  path: '/annual-reviews/:reviewId/report.docx',
  params: OfReview,
  may: 'plan.issue',
  about: ofPupil,
  load: ({ tx, params }) => loadReport(tx, params.reviewId),
  send: async (report) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(reportPdf(report)),
    fileName: 'review-report.docx',
  }),
});
