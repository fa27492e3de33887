import { z } from 'zod';
import { longDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { makePdf, type PdfBlock } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { AccessRequestId, BundleId, type CopyContent, findBundle } from '../queries/list-access-requests.ts';

const entryBlocks = (
  { on, lines }: CopyContent['parts'][number]['entries'][number],
  at: number,
): PdfBlock[] => [
  {
    kind: 'heading',
    level: 3,
    words: on === null ? `Entry ${at + 1}` : `${at + 1}. ${longDate(schoolDate(on))}`,
  },
  { kind: 'facts', rows: lines },
];

/** The copy as blocks of a document: its notes first, then kind after kind, entry after entry. */
const copyBlocks = (content: CopyContent): PdfBlock[] => [
  { kind: 'heading', level: 1, words: content.title },
  { kind: 'text', words: `Made on ${content.madeOn}. Confidential.` },
  { kind: 'list', items: content.notes },
  ...content.parts.flatMap(({ title, entries }): PdfBlock[] => [
    { kind: 'heading', level: 2, words: title },
    ...entries.flatMap(entryBlocks),
  ]),
];

/** A copy as it was made, as a tagged PDF. The file's name says of nobody whom it is about. */
export default download({
  path: '/pupils/:pupilId/access-requests/:accessRequestId/copies/:bundleId/copy.pdf',
  params: z.object({ pupilId: PupilId, accessRequestId: AccessRequestId, bundleId: BundleId }),
  may: 'rights.read',
  load: ({ tx, params }) => findBundle(tx, params),
  about: ({ pupilId }) => [pupilId],
  send: async ({ content }) => ({
    type: 'application/pdf',
    body: await makePdf({
      title: content.title,
      footer: `Copy made on ${content.madeOn}`,
      blocks: copyBlocks(content),
    }),
    fileName: 'copy-of-the-record.pdf',
  }),
});
