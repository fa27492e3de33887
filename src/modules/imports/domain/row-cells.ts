import type { ColumnMapping } from './columns.ts';
import type { FieldName } from './fields.ts';
import type { CodeInFile, Told } from './incoming.ts';
import type { RawRow } from './raw-row.ts';
import { NOT_IN_LIST, type Report, type RowReport, reportOn } from './report.ts';
import type { Table } from './table.ts';
import { isBlank, isBlankName, plainWords, type ValueRead } from './values.ts';

/** What people have said that values of a field mean: field → words in plain form → code, or `Y` and `N`. */
export type ValueChoices = { readonly [F in FieldName]?: Readonly<Record<string, string>> };

/** A value that a person must map once. */
export type ValueToMap = { readonly field: FieldName; readonly text: string; count: number };

type Slot = { readonly field: FieldName; readonly block?: number | undefined };

/** The cells of one row by field. */
export type Cells = {
  readonly row: RawRow;
  readonly on: RowReport;
  /** The text of a field; undefined when no column was mapped to it. */
  readonly text: (field: FieldName, block?: number) => string | undefined;
  /** All columns of a field that may repeat, in the order of the file. */
  readonly texts: (field: FieldName, block?: number) => readonly string[] | undefined;
  readonly heading: (field: FieldName, block?: number) => string;
  /** The blocks that have a column for one of these fields. */
  readonly blocks: (fields: readonly FieldName[]) => readonly number[];
  readonly choice: (field: FieldName, text: string) => string | undefined;
  /** `as`: the field under which a person's choice is remembered, where several share their values. */
  readonly noteUnknown: (at: Slot & { readonly as?: FieldName }, text: string) => void;
};

export type CellsReader = {
  readonly of: (row: RawRow) => Cells;
  readonly hasField: (...names: readonly FieldName[]) => boolean;
  readonly columnOf: (field: FieldName) => number | null;
  readonly headingOf: (field: FieldName) => string;
  readonly toMap: () => readonly ValueToMap[];
};

/** Makes a reader of rows by field from a mapping. */
export function createCellsReader(
  table: Pick<Table, 'headings'>,
  mapping: readonly ColumnMapping[],
  { report, choices }: { readonly report: Report; readonly choices: ValueChoices },
): CellsReader {
  const columns = new Map<string, number[]>();
  const blocks = new Map<FieldName, Set<number>>();
  for (const { field, block, column } of mapping) {
    if (field === null) continue;
    const slot = `${field} ${block}`;
    columns.set(slot, [...(columns.get(slot) ?? []), column]);
    blocks.set(field, (blocks.get(field) ?? new Set()).add(block));
  }
  const unknown = new Map<string, ValueToMap>();
  const columnsOf = (field: FieldName, block = 1): readonly number[] | undefined =>
    columns.get(`${field} ${block}`);
  const heading = (field: FieldName, block = 1): string =>
    table.headings[columnsOf(field, block)?.[0] ?? -1] ?? '';
  const noteUnknown = (field: FieldName, text: string): void => {
    const key = `${field}\n${plainWords(text)}`;
    const known = unknown.get(key);
    if (known === undefined) unknown.set(key, { field, text: text.trim(), count: 1 });
    else known.count += 1;
  };
  return {
    hasField: (...names) => names.some((name) => blocks.has(name)),
    columnOf: (field) => columnsOf(field)?.[0] ?? null,
    headingOf: heading,
    toMap: () => [...unknown.values()],
    of: (row) => {
      const on = reportOn(report, row.number);
      const at = (column: number): string => row.cells[column] ?? '';
      return {
        row,
        on,
        heading,
        text: (field, block) => {
          const column = columnsOf(field, block)?.[0];
          return column === undefined ? undefined : at(column);
        },
        texts: (field, block) => columnsOf(field, block)?.map(at),
        blocks: (names) =>
          [...new Set(names.flatMap((name) => [...(blocks.get(name) ?? [])]))].sort((a, b) => a - b),
        choice: (field, text) => choices[field]?.[plainWords(text)],
        noteUnknown: ({ field, block, as = field }, text) => {
          noteUnknown(as, text);
          on.once({ column: heading(field, block), value: text, ...NOT_IN_LIST });
        },
      };
    },
  };
}

/** A name or a note, as written. */
export function nameIn(cells: Cells, field: FieldName, block?: number): Told<string> | undefined {
  const text = cells.text(field, block);
  if (text === undefined) return undefined;
  return isBlankName(text) ? null : text.trim().replace(/\s+/g, ' ');
}

/** A value that a reader may refuse: then it is warned of and left out. */
export function valueIn<T>(
  cells: Cells,
  { field, block }: Slot,
  read: (text: string) => ValueRead<T>,
): Told<T> | undefined {
  const text = cells.text(field, block);
  if (text === undefined) return undefined;
  if (isBlank(text)) return null;
  const value = read(text);
  if (value.ok) return value.value;
  cells.on.warn({ column: cells.heading(field, block), value: text, ...value });
  return undefined;
}

/** A code: what a person chose for the value, else what the reader finds; not known is kept and reported. */
export function codeInCell(
  cells: Cells,
  { field, block }: Slot,
  read: (text: string) => CodeInFile,
): Told<CodeInFile> | undefined {
  const text = cells.text(field, block);
  if (text === undefined) return undefined;
  if (isBlank(text)) return null;
  const chosen = cells.choice(field, text);
  if (chosen !== undefined) return { text: text.trim(), code: chosen };
  const code = read(text);
  if (code.code === null) cells.noteUnknown({ field, block }, text);
  return code;
}
