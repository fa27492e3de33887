import { longDate } from '#src/kernel/dates.ts';
import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { nameOf, OfReview, ofPupil } from './review-of.ts';
import { adviceBlocks, loadReport } from './review-report.ts';

/** The advice that was gathered, as one PDF to circulate before the meeting. */
export default download({
  path: '/annual-reviews/:reviewId/advice.pdf',
  params: OfReview,
  may: 'plan.issue',
  about: ofPupil,
  load: ({ tx, params }) => loadReport(tx, params.reviewId),
  send: async (report) => {
    const { pupil, review, schoolName } = report;
    const advice = adviceBlocks(report);
    return {
      type: 'application/pdf',
      body: await makePdf({
        title: 'Advice for the review',
        footer: `${schoolName} · for the meeting of ${longDate(review.meetingOn)}`,
        blocks: [
          { kind: 'heading', level: 1, words: 'Advice for the review' },
          { kind: 'text', words: `${nameOf(pupil)}. Meeting on ${longDate(review.meetingOn)}.` },
          ...(advice.length === 0
            ? [{ kind: 'text' as const, words: 'No advice was received yet.' }]
            : [{ kind: 'heading' as const, level: 2 as const, words: 'As it was given' }, ...advice]),
        ],
      }),
      fileName: 'review-advice.pdf',
    };
  },
});
