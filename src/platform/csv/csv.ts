import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | boolean | null | undefined;

/** A CSV text that a spreadsheet opens as UTF-8 and in which no cell is run as a formula. */
export const csv = (headings: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  stringify([headings, ...rows.map((row) => row.map((cell) => cell ?? ''))], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  });
