import { countHeadings } from './headings.ts';
import { isBlankRow, type RawRow } from './raw-row.ts';
import { isBlank } from './values.ts';

/** A table with its headings told from its rows. */
export type Table = {
  readonly headings: readonly string[];
  /** False: the file has no heading row and the headings are `Column 1`, `Column 2` … */
  readonly hasHeadings: boolean;
  readonly rows: readonly RawRow[];
  /** Lines that are no data: titles above, totals, headings printed again, footers. */
  readonly setAside: readonly { readonly row: RawRow; readonly why: string }[];
};

const LOOKED_THROUGH = 30;
const DATA_LIKE =
  /^[A-Z]\d{11}[0-9A-Z]$|^\d{1,4}[-/.]([a-z]{3}|\d{1,2})[-/.]\d{2,4}|@|^\d+$|^(k|e|n|y|true|false)$/i;

const filledIn = (row: RawRow): number => row.cells.filter((cell) => cell.trim() !== '').length;

/** Could the row be headings that are all unknown: several words, no two the same, nothing that looks like data? */
function couldBeHeadings(row: RawRow): boolean {
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    filled.length >= 2 &&
    filled.every((cell) => cell.length <= 60 && !DATA_LIKE.test(cell)) &&
    new Set(filled.map((cell) => cell.toLowerCase())).size >= filled.length * 0.6
  );
}

/** The place of the heading row among the first rows; -1 when there is none. */
function findHeadingRow(rows: readonly RawRow[]): number {
  const first = rows.slice(0, LOOKED_THROUGH);
  const counts = first.map(({ cells }) => countHeadings(cells));
  const best = Math.max(0, ...counts);
  const at = counts.indexOf(best);
  const row = first[at];
  if (row !== undefined && (best >= 2 || (best === 1 && filledIn(row) <= 2))) return at;
  const widest = Math.max(0, ...first.map(filledIn));
  const wide = first.findIndex((each) => filledIn(each) >= Math.max(2, widest * 0.6));
  const candidate = first[wide];
  return candidate !== undefined && couldBeHeadings(candidate) ? wide : -1;
}

const TOTAL = /^(grand |sub-?)?(totals?|count|average|mean|number of (pupils|students|records)|records?)\b/i;

/** Why a row below the headings is no data; null for data. `width`: cells filled in the heading row. */
function whySetAside(row: RawRow, headings: readonly string[], isLast: boolean): string | null {
  const filled = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first = ''] = filled;
  const isRepeat =
    filled.length >= 2 && headings.every((heading, at) => (row.cells[at] ?? '').trim() === heading.trim());
  if (isRepeat) return 'the headings again';
  if (TOTAL.test(first)) return 'a total';
  const isAlone = filled.length === 1 && headings.length >= 3;
  if (
    isAlone &&
    (isLast ||
      first.length > 25 ||
      /^(printed|report|page|produced|exported|generated|end of)\b/i.test(first))
  )
    return 'a footer';
  return null;
}

const named = (cells: readonly string[]): readonly string[] => {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1).map((cell) => cell.trim());
};

/**
 * Finds the heading row and the data below it. Title lines above, totals, footers and headings printed again on
 * each page are set aside with a reason. Blank rows are expected to be gone.
 */
export function findTable(rows: readonly RawRow[]): Table {
  const filled = rows.filter((row) => !isBlankRow(row));
  const at = findHeadingRow(filled);
  const width = Math.max(0, ...filled.slice(0, 1000).map(({ cells }) => cells.length));
  const headings =
    at < 0
      ? Array.from({ length: width }, (_, index) => `Column ${index + 1}`)
      : named(filled[at]?.cells ?? []);
  const setAside = filled.slice(0, Math.max(0, at)).map((row) => ({ row, why: 'a title' }));
  const body = filled.slice(at + 1);
  const data: RawRow[] = [];
  for (const [index, row] of body.entries()) {
    const why = whySetAside(row, headings, index === body.length - 1);
    if (why === null) data.push(row);
    else setAside.push({ row, why });
  }
  return { headings, hasHeadings: at >= 0, rows: data, setAside };
}

/** The first filled rows, to judge columns by. */
export const samplesOf = (table: Table, count: number): readonly (readonly string[])[] =>
  table.rows
    .filter(({ cells }) => cells.some((cell) => !isBlank(cell)))
    .slice(0, count)
    .map(({ cells }) => cells);
