import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { withdrawLine } from '../commands/work-on-document.ts';
import { documentHref, loadDocument, OfKind, publishedHref } from './document-of-school.ts';

/** Takes a line out of the budget. */
export default deed({
  path: '/school/published/:document/budget/:lineId/withdraw',
  params: OfKind.extend({ lineId: z.uuid() }),
  may: 'school.manage',
  from: ({ document }) => `${publishedHref}/${document}/budget`,
  load: async ({ tx, params }) => {
    const held = await loadDocument(tx, params.document);
    const line = held?.document.lines.find(({ lineId }) => lineId === params.lineId);
    return held === null || line === undefined ? null : { ...held, line };
  },
  submit: async ({ tx, subject: { kind, document, line } }) => {
    const isOut = await withdrawLine(tx, document, line);
    return isOut ? goTo(`${documentHref(kind)}/budget`, 'Taken out') : refuse('It was taken out already');
  },
});
