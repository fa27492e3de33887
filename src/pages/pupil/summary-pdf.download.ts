import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { makePdf, type PdfBlock, type PdfDocument } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { aboutPupil } from './pupil-head.ts';
import { writtenWords } from './summary.page.tsx';
import { findSummaryPage, type SummaryPage } from './summary-of.ts';

/** Points: what fits a page, and what is called large print in schools (18). */
const sizes = { usual: 11, large: 18 } as const;

function documentOf(of: SummaryPage, madeBy: string, size: number): PdfDocument {
  const [now] = of.versions;
  return {
    title: `${of.nameLine}: in own words`,
    footer: `${madeBy} · Confidential`,
    size,
    blocks: [
      { kind: 'heading', level: 1, words: of.nameLine },
      ...of.parts.flatMap(({ title, lines, isList }): PdfBlock[] => [
        { kind: 'heading', level: 2, words: title },
        isList ? { kind: 'list', items: lines } : { kind: 'text', words: lines.join('\n') },
      ]),
      { kind: 'note', words: now === undefined ? 'Nothing in own words is written yet.' : writtenWords(now) },
    ],
  };
}

/** A pupil in their own words as a tagged PDF: one A4 page, or large print. What is not written yet is left out. */
export default download({
  path: '/pupils/:pupilId/summary.pdf',
  params: z.object({ pupilId: PupilId }),
  search: z.object({ print: z.literal('large').optional().catch(undefined) }),
  may: 'pupil.read',
  load: async ({ tx, actor, params, search }) => {
    const found = await findSummaryPage(tx, actor, params.pupilId);
    if (found === null) return null;
    return { ...found, madeBy: `Made by ${actor.knownAs} on ${found.at}`, isLarge: search.print === 'large' };
  },
  about: aboutPupil,
  send: async (of) => ({
    type: 'application/pdf',
    body: await makePdf(documentOf(of, of.madeBy, of.isLarge ? sizes.large : sizes.usual)),
    fileName: `own-words-${of.pupil.pupilId}.pdf`,
  }),
});
