import { makeWord } from '#src/paper/word.ts';
import { download } from '#src/platform/http/download.ts';
import { loadReport, noPupil, OfReport, reportFile, reportOnPaper } from './report-subject.ts';

/** A report to the governors as a Word file, to be laid beside the papers of a meeting. */
export default download({
  path: '/insight/reports/:number/report.docx',
  params: OfReport,
  may: 'register.figures',
  about: noPupil,
  load: ({ tx, params }) => loadReport(tx, params.number),
  send: async (report) => ({
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    body: await makeWord(reportOnPaper(report)),
    fileName: reportFile(report, 'docx'),
  }),
});
