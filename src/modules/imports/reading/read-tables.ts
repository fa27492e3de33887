import type { RawRow } from '../domain/raw-row.ts';
import { decodeText } from './decode.ts';
import { FileRefused, orRefused } from './file-refused.ts';
import { readCsv } from './read-csv.ts';
import { readWordTables } from './read-word-tables.ts';
import { readWorkbook } from './read-workbook.ts';
import { sniff } from './sniff.ts';

/** What a file of plans may have: pictures make a document large, and its words do not. */
export const planFileBytes = 20 * 1024 * 1024;

export type RawTable = { readonly name: string; readonly rows: readonly RawRow[] };
export type TablesRead = { readonly tables: readonly RawTable[] } | { readonly refused: string };

/** The tables of a workbook, a CSV file or a Word document, as they stand. Bad and hostile files give a sentence. */
export const readTables = (bytes: Uint8Array): TablesRead =>
  orRefused(() => {
    const format = sniff(bytes);
    if (format === 'ctf')
      throw new FileRefused('This is a transfer file, which holds no plans. Bring it under Imports.');
    if (format === 'csv') return { tables: [{ name: 'Table', rows: readCsv(decodeText(bytes)) }] };
    const word = readWordTables(bytes);
    if (word === null) {
      const { name, rows } = readWorkbook(bytes);
      return { tables: [{ name, rows }] };
    }
    if (word.length === 0)
      throw new FileRefused(
        'The document has no table. Keep it as a document of the pupil and write the plan beside it.',
      );
    return { tables: word.map((rows, at) => ({ name: `Table ${at + 1}`, rows })) };
  });
