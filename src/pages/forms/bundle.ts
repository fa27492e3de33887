import { longDate } from '#src/kernel/dates.ts';
import { listDocumentFiles } from '#src/modules/documents/index.ts';
import { openForm, paperOf, reportsOf } from '#src/modules/reports/index.ts';
import { type Appendix, bindPdf } from '#src/paper/bundle.ts';
import { makePdf, type PdfBlock } from '#src/paper/pdf.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import { fullName } from '../pupil/pupil-head.ts';
import type { DraftSubject } from './draft-of.ts';

/** So many bytes of reports go into one bundle; what is beyond is sent apart. */
const mostBytes = 40 * 1024 * 1024;

type Report = {
  readonly title: string;
  readonly on: string;
  /** Null where it is no PDF, or may not be given out. */
  readonly storeName: string | null;
};
export type BundleSubject = DraftSubject & {
  readonly schoolName: string;
  readonly reports: readonly Report[];
};

/** The reports of professionals that go with a form, the newest version of each. */
export async function listReports(tx: Tx, { read }: DraftSubject): Promise<readonly Report[]> {
  const documents = reportsOf(read);
  const files = await tx.scope.together(
    Object.fromEntries(
      documents.map(({ documentId }) => [documentId, (on: Tx) => listDocumentFiles(on, documentId)] as const),
    ),
  );
  let bytes = 0;
  return documents.map(({ documentId, title, datedOn, receivedOn, currentVersion }) => {
    const file = files[documentId]?.find(({ versionNumber }) => versionNumber === currentVersion);
    const isGiven = file !== undefined && (file.scan === 'clean' || file.scan === 'not_scanned');
    const fits = isGiven && file.format === 'pdf' && bytes + file.bytes <= mostBytes;
    if (fits) bytes += file.bytes;
    return { title, on: longDate(datedOn ?? receivedOn), storeName: fits ? file.storeName : null };
  });
}

const numbered = (reports: readonly Report[]) => reports.filter(({ storeName }) => storeName !== null);

/** The form, numbered appendices, and as the last of them where each field comes from, as one PDF. */
export async function makeBundle(
  subject: BundleSubject,
  { files }: Program,
): Promise<Uint8Array<ArrayBuffer>> {
  const appendices = await Promise.all(
    numbered(subject.reports).map(
      async ({ title, on, storeName }): Promise<Appendix> => ({
        title: `${title}, ${on}`,
        bytes: await files.readWhole(storeName ?? ''),
      }),
    ),
  );
  const paper = { title: subject.form.name, footer: footerOf(subject) };
  const sources = await makePdf({ ...paper, title: sourcesTitle, footer: '', blocks: sourceBlocks(subject) });
  const { bytes } = await bindPdf({ ...paper, blocks: formBlocks(subject) }, [
    ...appendices,
    { title: sourcesTitle, bytes: sources },
  ]);
  return bytes;
}

const sourcesTitle = 'Where each field comes from';

const footerOf = ({ form, schoolName, today }: BundleSubject): string =>
  `${form.name} · ${schoolName} · ${longDate(today)} · Confidential`;

function formBlocks(subject: BundleSubject): readonly PdfBlock[] {
  const opened = openForm(subject.bytes);
  const apart = subject.reports.filter(({ storeName }) => storeName === null);
  return [
    { kind: 'heading', level: 1, words: subject.form.name },
    {
      kind: 'note',
      words: `For ${fullName(subject.pupil)}. These are the words of the form; its own layout is that of the Word file.`,
    },
    ...(opened.ok ? paperOf(opened.form.blocks) : []),
    { kind: 'contents', heading: 'Appendices' },
    ...apart.map(
      ({ title, on }): PdfBlock => ({
        kind: 'note',
        words: `Sent beside this document, as it is no PDF or too large: ${title}, ${on}`,
      }),
    ),
  ];
}

function sourceBlocks({ draft }: BundleSubject): readonly PdfBlock[] {
  return [
    { kind: 'heading', level: 1, words: sourcesTitle },
    {
      kind: 'table',
      columns: ['In the form', 'Fact', 'Where it comes from'],
      rows: draft.filled.map(({ place, name, answers }) => [
        place.label,
        name,
        [...new Set(answers.map(({ source }) => source))].join('; '),
      ]),
    },
  ];
}
