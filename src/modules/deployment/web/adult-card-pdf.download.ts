import { makePdf } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { OfAdult } from './of-adult.ts';
import { paperOfAdult, pupilsOfPaper } from './paper-of-adult.ts';
import { fileOf, weekCard } from './week-paper.ts';

/** The week of an adult as a card for the pocket, on A6. */
export default download({
  path: '/team/adults/:staffId/card.pdf',
  params: OfAdult,
  may: 'week.read',
  about: pupilsOfPaper,
  load: ({ tx, actor, params }) => paperOfAdult(tx, actor, params.staffId),
  send: async (paper) => ({
    type: 'application/pdf',
    body: await makePdf(weekCard(paper)),
    fileName: fileOf('card', paper.today),
  }),
});
