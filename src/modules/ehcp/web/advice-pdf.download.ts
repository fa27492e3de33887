import { listCurrentFiles } from '#src/modules/documents/index.ts';
import { download } from '#src/platform/http/download.ts';
import { bindAdvice, documentsOfAdvice } from './advice-paper.ts';
import { OfReview, ofPupil } from './review-of.ts';
import { loadReport } from './review-report.ts';

/** The advice that was gathered, as one PDF to circulate before the meeting. */
export default download({
  path: '/annual-reviews/:reviewId/advice.pdf',
  params: OfReview,
  may: 'plan.issue',
  about: ofPupil,
  load: async ({ tx, params }) => {
    const report = await loadReport(tx, params.reviewId);
    return report === null
      ? null
      : { ...report, files: await listCurrentFiles(tx, documentsOfAdvice(report)) };
  },
  send: async (report, program) => ({
    type: 'application/pdf',
    body: await bindAdvice(program, report),
    fileName: 'review-advice.pdf',
  }),
});
