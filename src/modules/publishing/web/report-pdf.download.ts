import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { loadReport, noPupil, OfReport, reportFile, reportOnPaper } from './report-subject.ts';

/** A report to the governors as a tagged PDF. */
export default download({
  path: '/insight/reports/:number/report.pdf',
  params: OfReport,
  may: 'register.figures',
  about: noPupil,
  load: ({ tx, params }) => loadReport(tx, params.number),
  send: async (report) => ({
    type: 'application/pdf',
    body: await makePdf(reportOnPaper(report)),
    fileName: reportFile(report, 'pdf'),
  }),
});
