import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import { makePdf, type PdfBlock, type PdfDocument } from '#src/paper/pdf.ts';
import { download } from '#src/platform/http/download.ts';
import { parseFilter, type RegisterColumn } from '../domain/register-filter.ts';
import { groupLines, type RegisterLine } from '../domain/register-lines.ts';
import { loadFile, pupilsOf, type RegisterFile } from './register-file.ts';
import { cellText, columnLabel } from './register-words.ts';

/** Laying out as many takes about a second of a processor; more are not printed but kept in a workbook. */
const most = 2000;

const shares: Readonly<Record<RegisterColumn, number>> = {
  year: 2,
  class: 3,
  status: 4,
  needs: 4,
  since: 4,
  keyWorker: 5,
  flags: 4,
  told: 3,
  place: 4,
  referring: 6,
  review: 5,
  meetings: 4,
};

function tableOf({ view }: RegisterFile, lines: readonly RegisterLine[]): PdfBlock {
  const { columns } = view.filter;
  return {
    kind: 'table',
    columns: ['Pupil', ...columns.map((column) => columnLabel[column])],
    widths: [6, ...columns.map((column) => shares[column])],
    rows: lines.map((line) => {
      const isInCare = view.inCare?.has(line.pupilId) ?? false;
      const cell = (column: RegisterColumn) => cellText[column](line, { isInCare, since: middleDate }) || '–';
      return [`${line.surname}, ${line.forename}`, ...columns.map(cell)];
    }),
  };
}

function documentOf(file: RegisterFile): PdfDocument {
  const { view, title, shows, madeBy } = file;
  return {
    title: `${title}, ${file.today}`,
    footer: `${title} · ${madeBy} · Confidential`,
    landscape: true,
    size: 9,
    blocks: [
      { kind: 'heading', level: 1, words: title },
      { kind: 'note', words: shows },
      ...(view.shown.length === 0
        ? [{ kind: 'text', words: 'Nobody is on this list.' } as const]
        : view.groups === null
          ? [tableOf(file, view.shown)]
          : view.groups.flatMap((group): PdfBlock[] => [
              { kind: 'heading', level: 2, words: `${group.label} · ${group.lines.length}` },
              tableOf(file, group.lines),
            ])),
    ],
  };
}

/** Only the pupils who stand in it, and in words that there are more. */
function cut(file: RegisterFile): RegisterFile {
  const { view, shows } = file;
  if (view.shown.length <= most) return file;
  const shown = view.shown.slice(0, most);
  const words = `${shows}. The first ${most} stand here; Excel holds all`;
  return { ...file, shows: words, view: { ...view, shown, groups: groupLines(shown, view.filter.group) } };
}

/** The register as a tagged PDF on A4 landscape: the same filters, columns, order and groups. */
export default download({
  path: '/pupils.pdf',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseFilter),
  may: 'register.read',
  load: async ({ tx, actor, search }) => cut(await loadFile(tx, actor, search)),
  about: pupilsOf,
  send: async (file) => ({
    type: 'application/pdf',
    body: await makePdf(documentOf(file)),
    fileName: `send-register-${file.today}.pdf`,
  }),
});
