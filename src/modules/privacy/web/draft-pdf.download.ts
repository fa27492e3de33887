import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { makePdf, type PdfBlock } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { type DraftBlock, draftBlocks, draftTitles } from '../domain/drafts.ts';
import { findAnswers, getDraftFacts } from '../queries/find-draft.ts';
import { DraftSearch } from './draft-address.ts';

const pdfBlocks = (block: DraftBlock): PdfBlock[] => {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 2, words: block.words }];
    case 'table':
      return [
        { kind: 'heading', level: 3, words: block.caption },
        {
          kind: 'table',
          columns: block.columns,
          rows: block.rows,
          widths: block.columns.map((_, at) => (at === 0 || block.columns.length === 2 ? 2 : 3)),
        },
      ];
    case 'blank':
      return [
        { kind: 'heading', level: 3, words: block.label },
        { kind: 'text', words: block.words ?? 'To be filled in by the school: ______________________' },
      ];
    default:
      return [block];
  }
};

/** A document as it stands, as a tagged PDF to complete, sign or hand out. */
export default download({
  path: '/school/privacy/draft.pdf',
  params: z.object({}),
  search: DraftSearch,
  may: 'rights.read',
  about: { none: 'It describes the program and shows no pupil' },
  load: async ({ tx, search: { document }, program }) => {
    if (document === null) return null;
    const { answers } = await findAnswers(tx, document);
    const facts = await getDraftFacts(tx, program.settings);
    return {
      name: document,
      schoolName: facts.schoolName,
      today: tx.scope.today,
      blocks: draftBlocks(document, facts, answers),
    };
  },
  send: async ({ name, schoolName, today, blocks }) => ({
    type: 'application/pdf',
    body: await makePdf({
      title: draftTitles[name],
      footer: `${schoolName}, ${longDate(today)}, draft`,
      blocks: [{ kind: 'heading', level: 1, words: draftTitles[name] }, ...blocks.flatMap(pdfBlocks)],
    }),
    fileName: `${name.replaceAll('_', '-')}.pdf`,
  }),
});
