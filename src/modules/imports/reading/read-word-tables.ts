import type { RawRow } from '../domain/raw-row.ts';
import { FileRefused } from './file-refused.ts';
import { limits } from './limits.ts';
import { feedXml, type XmlListener } from './read-xml.ts';
import { unzip } from './unzip.ts';

const document = 'word/document.xml';
/** Word nests deeper than a workbook: drawings in text boxes in cells. */
const mostDepth = 80;
const mostTables = 200;
const mostRows = 5000;

type Cell = { text: string; span: number };
type Open = { rows: string[][]; row: string[] | null; cell: Cell | null };

/** Hears the tables of a document. A table inside a cell is words of that cell. */
function tableListener(): { readonly listener: XmlListener; readonly tables: string[][][] } {
  const tables: string[][][] = [];
  const open: Open[] = [];
  let isWords = false;
  const cellNow = (): Cell | null => open.at(-1)?.cell ?? null;
  const say = (text: string): void => {
    const cell = cellNow();
    if (cell === null) return;
    cell.text += text;
    if (cell.text.length > limits.cellCharacters)
      throw new FileRefused('A cell of a table has more than 10,000 characters. Shorten it.');
  };
  const begun: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => void>> = {
    tbl: () => open.push({ rows: [], row: null, cell: null }),
    tr: () => {
      const table = open.at(-1);
      if (table !== undefined) table.row = [];
    },
    tc: () => {
      const table = open.at(-1);
      if (table !== undefined) table.cell = { text: '', span: 1 };
    },
    gridSpan: (attributes) => {
      const cell = cellNow();
      const span = Number(attributes['w:val'] ?? 1);
      if (cell !== null && span >= 1 && span <= 60) cell.span = span;
    },
    t: () => {
      isWords = true;
    },
    br: () => say('\n'),
    tab: () => say(' '),
  };
  const ended: Readonly<Record<string, () => void>> = {
    t: () => {
      isWords = false;
    },
    p: () => say('\n'),
    tc: () => {
      const table = open.at(-1);
      if (table?.row == null || table.cell === null) return;
      table.row.push(table.cell.text.trim(), ...Array.from({ length: table.cell.span - 1 }, () => ''));
      table.cell = null;
      if (table.row.length > limits.columns)
        throw new FileRefused('A table has more columns than can be read.');
    },
    tr: () => {
      const table = open.at(-1);
      if (table?.row == null) return;
      table.rows.push(table.row);
      table.row = null;
      if (table.rows.length > mostRows)
        throw new FileRefused('A table has more than 5,000 rows. Split the document.');
    },
    tbl: () => {
      const table = open.pop();
      if (table === undefined) return;
      if (open.length > 0) say(table.rows.map((row) => row.join(' ')).join('\n'));
      else if (table.rows.length > 0) tables.push(table.rows);
      if (tables.length > mostTables)
        throw new FileRefused('The document has more than 200 tables. Split it.');
    },
  };
  return {
    tables,
    listener: {
      open: (name, attributes) => begun[name]?.(attributes),
      text: (text) => {
        if (isWords) say(text);
      },
      close: (name) => ended[name]?.(),
    },
  };
}

/** What a workbook is told of its fault, said of a document. */
const ofWord = (words: string): string =>
  words.replaceAll('workbook', 'document').replaceAll('Excel', 'Word');

/**
 * The tables of a Word document (.docx), in their order; null when the zip is no such document. It is unpacked piece by
 * piece and counted, entities are never expanded, a document type is refused. Throws `FileRefused`.
 */
export function readWordTables(bytes: Uint8Array): readonly (readonly RawRow[])[] | null {
  const { listener, tables } = tableListener();
  let isWord = false;
  try {
    unzip(bytes, { bytes: 0 }, (name) => {
      if (name !== document) return null;
      isWord = true;
      const feed = feedXml(listener, mostDepth);
      const decoder = new TextDecoder();
      return (data, isLast) => {
        feed.write(decoder.decode(data, { stream: !isLast }));
        if (isLast) feed.close();
      };
    });
  } catch (problem) {
    throw isWord && problem instanceof FileRefused ? new FileRefused(ofWord(problem.message)) : problem;
  }
  if (!isWord) return null;
  return tables.map((rows) => rows.map((cells, at) => ({ number: at + 1, cells })));
}
