import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { OfReview, ofPupil } from './review-of.ts';
import { loadReport, reportPdf } from './review-report.ts';

/** The report of a review as a tagged PDF; marked as a draft while a part is missing. */
export default download({
  path: '/annual-reviews/:reviewId/report.pdf',
  params: OfReview,
  may: 'plan.issue',
  about: ofPupil,
  load: ({ tx, params }) => loadReport(tx, params.reviewId),
  send: async (report) => ({
    type: 'application/pdf',
    body: await makePdf(reportPdf(report)),
    fileName: 'review-report.pdf',
  }),
});
