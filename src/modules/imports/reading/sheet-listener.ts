import { isBlankRow, type RawRow } from '../domain/raw-row.ts';
import { FileRefused } from './file-refused.ts';
import { limits } from './limits.ts';
import { TOO_LONG_CELL, TOO_MANY_CELLS, TOO_MANY_COLUMNS, TOO_MANY_ROWS } from './read-csv.ts';
import type { XmlListener } from './read-xml.ts';
import { type NumberLook, showNumber } from './workbook-parts.ts';

export type SheetParts = {
  readonly strings: readonly string[];
  readonly looks: readonly NumberLook[];
  readonly isFrom1904: boolean;
};

type Cell = { column: number; type: string; look: NumberLook; text: string };

/** `BC12` → 55: columns count from 1. Null for what is no address. */
function columnOf(address: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d*$/i.exec(address ?? '')?.[1];
  if (letters === undefined) return null;
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What a cell holds, as text. A formula counts for the value that was saved with it; it is never worked out. */
function valueOfCell({ type, look, text }: Cell, { strings, isFrom1904 }: SheetParts): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return type === 'n' ? showNumber(text, look, isFrom1904) : text;
}

/**
 * Listens to a sheet and keeps its rows that are not blank. Cells are kept only where they have text, so that
 * a sheet with one cell in its last corner takes no memory; beyond the limits the file is refused.
 */
export function sheetListener(parts: SheetParts): {
  readonly listener: XmlListener;
  readonly rows: RawRow[];
} {
  const rows: RawRow[] = [];
  let number = 0;
  let cells: string[] = [];
  let column = 0;
  let cell: Cell | null = null;
  let isValue = false;
  let held = 0;

  const keep = (done: Cell): void => {
    const value = valueOfCell(done, parts).trim();
    if (value === '') return;
    if (done.column > limits.columns) throw new FileRefused(TOO_MANY_COLUMNS);
    if (value.length > limits.cellCharacters) throw new FileRefused(TOO_LONG_CELL(number));
    while (cells.length < done.column - 1) cells.push('');
    cells[done.column - 1] = value;
  };
  const endRow = (): void => {
    const row = { number, cells };
    if (isBlankRow(row)) return;
    if (rows.length >= limits.rows + 100) throw new FileRefused(TOO_MANY_ROWS);
    held += cells.length;
    if (held > limits.cells) throw new FileRefused(TOO_MANY_CELLS);
    rows.push(row);
  };
  return {
    rows,
    listener: {
      open: (name, attributes) => {
        if (name === 'row') {
          number = Number(attributes.r) || number + 1;
          cells = [];
          column = 0;
        } else if (name === 'c') {
          column = columnOf(attributes.r) ?? column + 1;
          const look = parts.looks[Number(attributes.s ?? 0)] ?? 'plain';
          cell = { column, type: attributes.t ?? 'n', look, text: '' };
        } else isValue = cell !== null && (name === 'v' || name === 't');
      },
      text: (text) => {
        if (isValue && cell !== null) cell.text += text;
      },
      close: (name) => {
        if (name === 'v' || name === 't') isValue = false;
        if (name === 'c' && cell !== null) {
          keep(cell);
          cell = null;
        }
        if (name === 'row') endRow();
      },
    },
  };
}
