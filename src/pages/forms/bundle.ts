import { longDate } from '#src/kernel/dates.ts';
import { listDocumentFiles } from '#src/modules/documents/index.ts';
import { openForm, paperOf, reportsOf } from '#src/modules/reports/index.ts';
import { type Appendix, joinPdf, pagesIn } from '#src/paper/join-pdf.ts';
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
  const joined = numbered(subject.reports);
  const appendices = await Promise.all(
    joined.map(
      async ({ title, storeName }): Promise<Appendix> => ({
        title,
        bytes: await files.readWhole(storeName ?? ''),
      }),
    ),
  );
  const sources = sourceBlocks(subject, joined.length + 1);
  const sheets = joined.flatMap(({ title, on }, at): PdfBlock[] => [
    { kind: 'newPage' },
    { kind: 'heading', level: 1, words: `Appendix ${at + 1}` },
    { kind: 'text', words: `${title}, ${on}` },
  ]);
  const paper = { title: subject.form.name, footer: footerOf(subject) };
  const main = await makePdf({
    ...paper,
    blocks: [...formBlocks(subject), ...sheets, { kind: 'newPage' }, ...sources],
  });
  if (joined.length === 0) return main;
  const ending = await makePdf({ ...paper, blocks: sources });
  const firstSheet = (await pagesIn(main)) - (await pagesIn(ending)) - joined.length;
  return (await joinPdf(main, firstSheet, appendices)).bytes;
}

const footerOf = ({ form, schoolName, today }: BundleSubject): string =>
  `${form.name} · ${schoolName} · ${longDate(today)} · Confidential`;

function formBlocks(subject: BundleSubject): readonly PdfBlock[] {
  const opened = openForm(subject.bytes);
  const joined = numbered(subject.reports);
  const apart = subject.reports.filter(({ storeName }) => storeName === null);
  return [
    { kind: 'heading', level: 1, words: subject.form.name },
    {
      kind: 'note',
      words: `For ${fullName(subject.pupil)}. These are the words of the form; its own layout is that of the Word file.`,
    },
    ...(opened.ok ? paperOf(opened.form.blocks) : []),
    { kind: 'heading', level: 2, words: 'Appendices' },
    {
      kind: 'list',
      items: [
        ...joined.map(({ title, on }, at) => `Appendix ${at + 1}: ${title}, ${on}`),
        `Appendix ${joined.length + 1}: where each field comes from`,
        ...apart.map(({ title, on }) => `Sent apart, as it is no PDF or too large: ${title}, ${on}`),
      ],
    },
  ];
}

function sourceBlocks({ draft }: BundleSubject, number: number): readonly PdfBlock[] {
  return [
    { kind: 'heading', level: 1, words: `Appendix ${number}: where each field comes from` },
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
