import { CsvError, parse } from 'csv-parse/sync';
import { isBlankRow, type RawRow } from '../domain/raw-row.ts';
import { FileRefused } from './file-refused.ts';
import { asNumber, limits } from './limits.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
type Delimiter = (typeof DELIMITERS)[number];

export const TOO_MANY_COLUMNS = `The table has more than ${asNumber(limits.columns)} columns. Export only the columns that are needed.`;
export const TOO_MANY_ROWS = `The table has more than ${asNumber(limits.rows)} rows. Export one school, or one year, at a time.`;
export const TOO_MANY_CELLS = `The table has more than ${asNumber(limits.cells)} cells. Export fewer columns, or one year at a time.`;
export const TOO_LONG_CELL = (row: number): string =>
  `A cell in row ${asNumber(row)} has more than ${asNumber(limits.cellCharacters)} characters. Shorten it, or leave its column out.`;

const QUOTE = 34;
const NEWLINE = 10;

/** The place of the quotation mark that closes the one at `from`; the end of the text when none does. */
function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

/**
 * Counts the columns of each record without keeping any, so that a file of a million columns is refused before
 * it takes memory. `see` stops the count by saying false.
 */
function countColumns(
  text: string,
  delimiter: Delimiter,
  see: (columns: number, record: number) => boolean,
): void {
  const cut = delimiter.charCodeAt(0);
  let columns = 1;
  let record = 1;
  let isAtStart = true;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE && isAtStart) at = endOfQuoted(text, at);
    isAtStart = character === cut || character === NEWLINE;
    if (character === cut) columns += 1;
    if (character !== NEWLINE) continue;
    if (!see(columns, record)) return;
    columns = 1;
    record += 1;
  }
  see(columns, record);
}

const SAMPLE = 64 * 1024;
const SAMPLE_RECORDS = 60;

/** How well a delimiter cuts the sample: the number of columns that most records have, and how many have it. */
function fitOf(sample: string, delimiter: Delimiter): number {
  const counts = new Map<number, number>();
  let records = 0;
  countColumns(sample, delimiter, (columns) => {
    records += 1;
    if (columns > 1) counts.set(columns, (counts.get(columns) ?? 0) + 1);
    return records < SAMPLE_RECORDS;
  });
  const best = Math.max(0, ...counts.values());
  return records === 0 ? 0 : best / records;
}

/** Comma, semicolon, tab or bar: the one that cuts most lines into the same number of columns; a comma when none does. */
function findDelimiter(text: string): Delimiter {
  const declared = /^sep=([,;\t|])\r?\n/i.exec(text)?.[1];
  const known = DELIMITERS.find((delimiter) => delimiter === declared);
  if (known !== undefined) return known;
  const sample = text.slice(0, SAMPLE);
  const fits = DELIMITERS.map((delimiter) => ({ delimiter, fit: fitOf(sample, delimiter) }));
  return fits.reduce((best, each) => (each.fit > best.fit ? each : best)).delimiter;
}

function refuseTooWideOrLong(text: string, delimiter: Delimiter): void {
  let cells = 0;
  countColumns(text, delimiter, (columns, record) => {
    cells += columns;
    if (columns > limits.columns) throw new FileRefused(TOO_MANY_COLUMNS);
    if (record > limits.rows * 4) throw new FileRefused(TOO_MANY_ROWS);
    if (cells > limits.cells) throw new FileRefused(TOO_MANY_CELLS);
    return true;
  });
}

const wordsFor = (problem: unknown): string => {
  const code = problem instanceof CsvError ? problem.code : '';
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return 'A cell begins with a quotation mark that never closes, so the rows after it cannot be told apart. Export the file again.';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'A row is far too long for a table. Export the file again.';
  return 'The file cannot be read as a table. Export it again.';
};

/**
 * Reads the text of a CSV file: the delimiter is found, quotation marks are taken leniently, cells stay text.
 * Rows at the end that are blank are left out. Throws `FileRefused` beyond the limits.
 */
export function readCsv(text: string): readonly RawRow[] {
  // No database keeps a NUL, and no report means one.
  const clean = text.replaceAll('\0', '');
  const unified = clean.includes('\n') ? clean : clean.replace(/\r/g, '\n');
  const delimiter = findDelimiter(unified);
  refuseTooWideOrLong(unified, delimiter);
  let records: string[][];
  try {
    records = parse(unified, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      max_record_size: limits.columns * limits.cellCharacters,
    });
  } catch (problem) {
    throw new FileRefused(wordsFor(problem));
  }
  const rows = records.map((cells, index): RawRow => ({ number: index + 1, cells }));
  const kept = /^sep=.$/i.test(rows[0]?.cells.join(delimiter) ?? '') ? rows.slice(1) : rows;
  return withinLimits(kept);
}

/** Leaves out the blank rows at the end and checks what is left. */
export function withinLimits(rows: readonly RawRow[]): readonly RawRow[] {
  const filled = rows.filter((row) => !isBlankRow(row));
  if (filled.length > limits.rows + 100) throw new FileRefused(TOO_MANY_ROWS);
  for (const row of filled) {
    if (row.cells.length > limits.columns) throw new FileRefused(TOO_MANY_COLUMNS);
    for (const cell of row.cells)
      if (cell.length > limits.cellCharacters) throw new FileRefused(TOO_LONG_CELL(row.number));
  }
  return filled;
}
