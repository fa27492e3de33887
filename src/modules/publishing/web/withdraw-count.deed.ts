import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { withdrawReportCount } from '../commands/keep-report-counts.ts';
import { listReportCounts } from '../queries/get-report-facts.ts';
import { documentHref, loadDocument, OfKind, publishedHref } from './document-of-school.ts';

/** Takes a count out of a governors' report. */
export default deed({
  path: '/school/published/:document/counts/:countId/withdraw',
  params: OfKind.extend({ countId: z.uuid() }),
  may: 'school.manage',
  from: ({ document }) => `${publishedHref}/${document}/counts`,
  load: async ({ tx, params }) => {
    const held = await loadDocument(tx, params.document);
    const counts = held === null ? [] : await listReportCounts(tx, held.document.documentId);
    const count = counts.find(({ countId }) => countId === params.countId);
    return held === null || count === undefined ? null : { ...held, count };
  },
  submit: async ({ tx, subject: { kind, document, count } }) => {
    const isOut = await withdrawReportCount(tx, document, count);
    return isOut ? goTo(`${documentHref(kind)}/counts`, 'Taken out') : refuse('It was taken out already');
  },
});
