import type { FormBlock, FormCell, FormPiece } from '../domain/place.ts';
import { fillHolder } from './fill-parts.ts';
import { add, addControl } from './read-paragraph.ts';
import { cleanLabel, type Reading } from './reading.ts';
import { childOf, copyOf, elementsOf, has, within, type XmlElement } from './xml.ts';

type Cell = {
  readonly element: XmlElement;
  /** The control that holds the whole cell. */
  readonly control: XmlElement | null;
  readonly start: number;
  readonly span: number;
  readonly label: string;
  readonly isEmpty: boolean;
  /** Goes on from the cell above. */
  readonly isRest: boolean;
};
type Row = { readonly element: XmlElement; readonly cells: readonly Cell[] };

/** Rows or cells, those within controls among them. */
const flat = (of: XmlElement, name: 'w:tr' | 'w:tc', control: XmlElement | null = null) =>
  elementsOf(of).flatMap((child): { element: XmlElement; control: XmlElement | null }[] => {
    if (child.name === name) return [{ element: child, control }];
    const content = child.name === 'w:sdt' ? childOf(child, 'w:sdtContent') : undefined;
    return content === undefined ? [] : flat(content, name, child);
  });

const own = (cell: XmlElement): string =>
  elementsOf(cell)
    .filter(({ name }) => name === 'w:p')
    .map((one) =>
      within(one, 'w:t')
        .flatMap(({ children }) => children)
        .join(''),
    )
    .join('\n');

function rowOf(element: XmlElement): Row {
  let start = 0;
  const cells = flat(element, 'w:tc').map(({ element: cell, control }): Cell => {
    const look = childOf(cell, 'w:tcPr');
    const span = Number(childOf(look, 'w:gridSpan')?.attributes['w:val'] ?? 1);
    const merge = childOf(look, 'w:vMerge');
    const words = own(cell);
    const isEmpty =
      control === null &&
      words.trim() === '' &&
      !has(cell, 'w:tbl', 'w:drawing', 'w:pict', 'w:object', 'w:sdt', 'w:sym', 'w:fldChar');
    const made = {
      element: cell,
      control,
      start,
      span,
      label: isRunning(words) ? '' : cleanLabel(words),
      isEmpty,
      isRest: merge !== undefined && merge.attributes['w:val'] !== 'restart',
    };
    start += span;
    return made;
  });
  return { element, cells };
}

/** `1.`: a number that only counts the rows. */
const isRunning = (words: string): boolean => /^\s*\d{1,2}[.)]?\s*$/.test(words);
const isNumber = ({ element, isEmpty }: Cell): boolean => !isEmpty && isRunning(own(element));

const hasBlank = ({ element }: Cell): boolean =>
  /_{3,}|…{2,}|\.{5,}|[☐□]|\{[^{}]+\}|«/.test(own(element)) || has(element, 'w:sdt', 'w:tbl');

const isBlankRow = ({ cells }: Row, heads: Row): boolean =>
  cells.length === heads.cells.length &&
  cells.every((cell) => cell.isEmpty || isNumber(cell)) &&
  cells.some((cell) => cell.isEmpty);

/** A row of names for what stands under them. */
function isHeads(row: Row, next: Row | undefined): boolean {
  const { cells } = row;
  if (next === undefined || cells.length < 2 || next.cells.length !== cells.length) return false;
  if (cells.some((cell) => cell.label === '' || hasBlank(cell))) return false;
  const [, ...rest] = next.cells;
  return isBlankRow(next, row) || (cells.length > 2 && rest.every(({ isEmpty }) => isEmpty));
}

type Under = { readonly of: Reading; readonly table: number; readonly outer: string };

/** A table with the places in it, nested tables among them. */
export function readTable(table: XmlElement, of: Reading, outer: string): FormBlock {
  const number = ++of.tables;
  of.ticks = null;
  const rows = flat(table, 'w:tr').map(({ element }) => rowOf(element));
  const under = { of, table: number, outer };
  const shown: FormCell[][] = [];
  let heads: Row | null = null;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    if (row === undefined) break;
    if (heads !== null && isBlankRow(row, heads)) {
      const blank = rows.slice(at, blankUntil(rows, at, heads));
      shown.push(...readBlankRows(table, { heads, blank, at }, under));
      at += blank.length - 1;
      continue;
    }
    const above = rows[at - 1];
    const isHead = isHeads(row, rows[at + 1]);
    shown.push(
      row.cells.map((_, column) =>
        readCell({ row, column, at, above, heads, isHead, below: rows[at + 1] }, under),
      ),
    );
    if (isHead) heads = row;
    else if (row.cells.length === 1) {
      heads = null;
      const [only] = row.cells;
      if (only !== undefined && only.label !== '' && rows.length > 1 && only.label.length <= 100)
        of.heading = only.label;
    }
  }
  return { kind: 'table', rows: shown };
}

function blankUntil(rows: readonly Row[], from: number, heads: Row): number {
  let until = from;
  for (let row = rows[until]; row !== undefined && isBlankRow(row, heads); row = rows[until]) until += 1;
  return until;
}

type Blank = { readonly heads: Row; readonly blank: readonly Row[]; readonly at: number };

/** Empty rows under their heads: each column is a place that takes one value a row, and as many rows as there are values. */
function readBlankRows(
  table: XmlElement,
  { heads, blank, at }: Blank,
  { of, table: number }: Under,
): FormCell[][] {
  const rows = blank.map(({ element }) => element);
  const last = rows.at(-1);
  const pristine = last === undefined ? undefined : copyOf(last);
  const rowAt = (wanted: number): XmlElement | undefined => {
    while (rows.length <= wanted && pristine !== undefined) {
      const more = copyOf(pristine);
      const before = rows.at(-1);
      renumber(more, rows.length + 1);
      table.children = table.children.flatMap((child) => (child === before ? [child, more] : [child]));
      rows.push(more);
    }
    return rows[wanted];
  };
  const [first] = blank;
  const addresses = heads.cells.map((head, column): FormPiece[] => {
    const cell = first?.cells[column];
    if (cell === undefined || !cell.isEmpty) return [];
    const address = `${of.part}rows:${number}.${at}.${column}`;
    add(of, { address, kind: 'rows', label: head.label }, (values) => {
      for (const [wanted, value] of values.entries()) {
        const row = rowAt(wanted);
        const into = row === undefined ? undefined : flat(row, 'w:tc')[column]?.element;
        if (into !== undefined && value.trim() !== '') fillHolder(into, [value]);
      }
      return null;
    });
    return [{ address }];
  });
  return blank.map(({ cells }, index) =>
    cells.map(({ span, element }, column) => ({
      span,
      blocks: [{ kind: 'text', pieces: index === 0 ? (addresses[column] ?? []) : [own(element)] }],
    })),
  );
}

function renumber(row: XmlElement, number: number): void {
  const [first] = flat(row, 'w:tc');
  if (first === undefined || !isRunning(own(first.element))) return;
  const [words] = within(first.element, 'w:t');
  if (words !== undefined) words.children = [own(first.element).trim().replace(/\d+/, String(number))];
}

type At = {
  readonly row: Row;
  readonly column: number;
  readonly at: number;
  readonly above: Row | undefined;
  readonly below: Row | undefined;
  readonly heads: Row | null;
  readonly isHead: boolean;
};

function readCell(where: At, under: Under): FormCell {
  const { row, column, at, isHead } = where;
  const { of, table } = under;
  const cell = row.cells[column];
  if (cell === undefined) return { span: 1, blocks: [] };
  const { span, element } = cell;
  const label = labelOf(where, cell) || under.outer;
  if (cell.isRest) return { span, blocks: [] };
  if (cell.control !== null)
    return { span, blocks: [{ kind: 'text', pieces: [addControl(of, cell.control, label)] }] };
  if (cell.isEmpty) {
    const beside = row.cells[column - 1]?.element ?? where.above?.cells[0]?.element;
    const address = `${of.part}cell:${table}.${at}.${column}`;
    if (label === '') return { span, blocks: [] };
    add(of, { address, kind: 'cell', label }, (values) => {
      fillHolder(element, values, beside);
      return null;
    });
    return { span, blocks: [{ kind: 'text', pieces: [{ address }] }] };
  }
  const heading = of.heading;
  const isAnswered = isHead || row.cells[column + 1]?.isEmpty === true || isBelowEmpty(where, cell);
  const blocks = of.blocks(element, of, { label, takesEnd: !isAnswered, isInCell: true });
  of.heading = heading;
  return { span, blocks };
}

const isBelowEmpty = ({ row, below }: At, { start, span }: Cell): boolean =>
  row.cells.length === 1 &&
  below?.cells.some((one) => one.start === start && one.span === span && one.isEmpty) === true;

/** What a cell is called by: the cell to its left, with the head of its column where rows and columns both have names. */
function labelOf({ row, column, above, heads }: At, { start, span }: Cell): string {
  const left = row.cells[column - 1];
  const head = heads?.cells.find((one) => one.start === start && one.span === span)?.label ?? '';
  const name = row.cells[0]?.label ?? '';
  if (heads !== null && heads.cells.length > 2 && heads.cells.length === row.cells.length && head !== '')
    return name === '' || column === 0 ? head : `${name}: ${head}`;
  if (left !== undefined && !left.isEmpty && left.label !== '') return left.label;
  const over = above?.cells.find((one) => one.start === start && one.span === span && !one.isEmpty);
  return over?.label ?? head;
}
