import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { z } from 'zod';
import { daysBetween, schoolDate } from '#src/kernel/dates.ts';
import { download } from '#src/platform/http/download.ts';
import { parseFilter, type RegisterColumn } from '../domain/register-filter.ts';
import type { RegisterLine } from '../domain/register-lines.ts';
import { censusCode } from '../domain/sen-status.ts';
import { loadFile, pupilsOf, type RegisterFile } from './register-file.ts';
import { cellText, columnLabel } from './register-words.ts';

/** A workbook counts its days from here. */
const dayZero = schoolDate('1899-12-30');

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
/** As text whatever it holds: `=1+1` is a name like any other. */
const text = (value: string) => (value === '' ? null : { value, type: String });

const widths: Partial<Record<RegisterColumn, number>> = {
  needs: 24,
  keyWorker: 24,
  referring: 30,
  flags: 24,
};

/** A row a pupil with the columns that were chosen; who made it, and what it shows, stand under the rows. */
function sheetOf({ view, title, shows, madeBy }: RegisterFile): SheetData {
  const { columns } = view.filter;
  const cell = (line: RegisterLine, column: RegisterColumn) => {
    if (column === 'since' && line.sinceOn !== null) {
      return { value: daysBetween(dayZero, line.sinceOn), type: Number, format: 'dd/mm/yyyy' };
    }
    const isInCare = view.inCare?.has(line.pupilId) ?? false;
    return text(cellText[column](line, { isInCare, since: (on) => on }));
  };
  return [
    ['Surname', 'Forename', 'Census code', ...columns.map((column) => columnLabel[column])].map(bold),
    ...view.shown.map((line) => [
      text(line.surname),
      text(line.forename),
      text(censusCode[line.status]),
      ...columns.map((column) => cell(line, column)),
    ]),
    [],
    [text(`${title}. ${shows}`)],
    [text(`${madeBy}. Confidential`)],
  ];
}

/** The register as a workbook: the same filters and columns, days as days, and no formula. */
export default download({
  path: '/pupils.xlsx',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseFilter),
  may: 'register.read',
  load: ({ tx, actor, search }) => loadFile(tx, actor, search),
  about: pupilsOf,
  send: async (file) => {
    const columns = [20, 18, 12, ...file.view.filter.columns.map((column) => widths[column] ?? 14)];
    const workbook = writeWorkbook(sheetOf(file), {
      sheet: 'SEND register',
      columns: columns.map((width) => ({ width })),
      stickyRowsCount: 1,
    });
    return {
      type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      body: new Uint8Array(await workbook.toBuffer()),
      fileName: `send-register-${file.today}.xlsx`,
    };
  },
});
