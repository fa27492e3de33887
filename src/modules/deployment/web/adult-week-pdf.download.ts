import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { OfAdult } from './of-adult.ts';
import { paperOfAdult, pupilsOfPaper } from './paper-of-adult.ts';
import { forWhom } from './team-words.ts';
import { fileOf, weekSheet } from './week-paper.ts';

/** The week of an adult on A4, lying on its side. */
export default download({
  path: '/team/adults/:staffId/week.pdf',
  params: OfAdult,
  may: 'week.read',
  about: pupilsOfPaper,
  load: ({ tx, actor, params }) => paperOfAdult(tx, actor, params.staffId),
  send: async (paper) => ({
    type: 'application/pdf',
    body: await makePdf(
      weekSheet(paper, ({ demand }) =>
        [demand.title, forWhom(paper.week, demand), demand.room].filter(Boolean).join(', '),
      ),
    ),
    fileName: fileOf('week', paper.today),
  }),
});
