import { assembleTable } from '../domain/assemble.ts';
import { type ColumnGuess, type ColumnMapping, recogniseColumns, withChosen } from '../domain/columns.ts';
import { type CtfOptions, gatherCtf } from '../domain/ctf-file.ts';
import type { CtfHeader } from '../domain/ctf-header.ts';
import type { FileKind } from '../domain/file-kinds.ts';
import { headingsKey } from '../domain/headings.ts';
import type { Incoming } from '../domain/incoming.ts';
import { kindsOfMapping } from '../domain/mapped-kinds.ts';
import type { RawRow } from '../domain/raw-row.ts';
import type { ValueChoices, ValueToMap } from '../domain/row-cells.ts';
import { findTable, samplesOf, type Table } from '../domain/table.ts';
import { decodeInPieces, decodeText } from './decode.ts';
import { FileRefused, orRefused } from './file-refused.ts';
import { readCsv } from './read-csv.ts';
import { readCtf } from './read-ctf.ts';
import { readWorkbook } from './read-workbook.ts';
import { type FileFormat, sniff } from './sniff.ts';

export type ReadOptions = CtfOptions & {
  /** What people chose for the same headings before, by `headingsKey`. */
  readonly knownMappings?: Readonly<Record<string, readonly ColumnMapping[]>>;
  /** What a person has chosen for this file; it stands above what is remembered. */
  readonly mapping?: readonly ColumnMapping[];
  readonly choices?: ValueChoices;
};

export type CtfFile = {
  readonly kind: 'ctf';
  readonly format: 'ctf';
  readonly header: CtfHeader;
  readonly incoming: Incoming;
};

export type TableFile = {
  readonly kind: 'table';
  readonly format: 'csv' | 'xlsx';
  /** The sheet that was read and the names of those that were not; null for CSV. */
  readonly sheet: { readonly name: string; readonly others: readonly string[] } | null;
  readonly table: Table;
  readonly kinds: readonly FileKind[];
  readonly columns: readonly ColumnGuess[];
  readonly unknownHeadings: readonly string[];
  readonly headingsKey: string;
  /** The mapping of an earlier file with the same headings was used. */
  readonly isRemembered: boolean;
  readonly incoming: Incoming;
  readonly valuesToMap: readonly ValueToMap[];
};

/** `refused`: a sentence for the person who gave the file; nothing of it is taken. */
export type ReadResult = CtfFile | TableFile | { readonly refused: string };

const SAMPLES = 200;

function readTransferFile(bytes: Uint8Array, options: ReadOptions): CtfFile {
  const gatherer = gatherCtf(options);
  readCtf(decodeInPieces(bytes), gatherer);
  const { header, incoming } = gatherer.whole();
  if (incoming.pupils.length + incoming.unread.length === 0)
    throw new FileRefused('The transfer file has no pupils. Ask the school that sent it to export it again.');
  return { kind: 'ctf', format: 'ctf', header, incoming };
}

type RowsRead = { readonly rows: readonly RawRow[]; readonly sheet: TableFile['sheet'] };

function readRows(bytes: Uint8Array, format: 'csv' | 'xlsx'): RowsRead {
  if (format === 'csv') return { rows: readCsv(decodeText(bytes)), sheet: null };
  const { rows, name, others } = readWorkbook(bytes);
  return { rows, sheet: { name, others } };
}

function readTable(bytes: Uint8Array, format: 'csv' | 'xlsx', options: ReadOptions): TableFile {
  const { rows, sheet } = readRows(bytes, format);
  const table = findTable(rows);
  if (table.rows.length === 0)
    throw new FileRefused('The file has headings but no rows below them. Look that the report has pupils.');
  if (table.headings.length < 2)
    throw new FileRefused(
      'The file has only one column, so it is no table. Export the report as Excel or CSV.',
    );
  const guessed = recogniseColumns(table.headings, samplesOf(table, SAMPLES));
  const key = headingsKey(table.headings);
  const remembered = Object.hasOwn(options.knownMappings ?? {}, key)
    ? options.knownMappings?.[key]
    : undefined;
  const chosen = options.mapping ?? remembered;
  const columns = withChosen(guessed.columns, chosen ?? []);
  const kinds = chosen === undefined ? guessed.kinds : kindsOfMapping(columns, table.headings);
  const { valuesToMap, ...incoming } = assembleTable(table, {
    today: options.today,
    checks: options.checks,
    kinds,
    mapping: columns,
    choices: options.choices ?? {},
  });
  return {
    kind: 'table',
    format,
    sheet,
    table,
    kinds,
    columns,
    unknownHeadings: columns
      .filter(({ field, heading }) => field === null && heading !== '')
      .map((each) => each.heading),
    headingsKey: key,
    isRemembered: options.mapping === undefined && remembered !== undefined,
    incoming,
    valuesToMap,
  };
}

const readAs = (format: FileFormat, bytes: Uint8Array, options: ReadOptions): CtfFile | TableFile =>
  format === 'ctf' ? readTransferFile(bytes, options) : readTable(bytes, format, options);

/**
 * Reads a file that a school's system made: a common transfer file, CSV or an Excel workbook. What it is is told
 * from its bytes, never from its name. A pure function: it may run in a worker thread. Bad and hostile files
 * give a sentence, in bounded time and memory.
 */
export const readFile = (bytes: Uint8Array, options: ReadOptions): ReadResult =>
  orRefused(() => readAs(sniff(bytes), bytes, options));
