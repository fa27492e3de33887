import type { Tx } from '#src/platform/db/scope.ts';
import type { Problem } from '../domain/incoming.ts';
import type { KeptImport } from '../domain/kept-import.ts';
import { countImportRows, type RowCounts } from './count-import-rows.ts';
import { countUndone } from './count-undone.ts';
import { type KeptRow, listImportRows } from './find-import.ts';
import { findSameFile } from './find-same-file.ts';
import { listPupilNames, type PupilName } from './list-pupil-names.ts';
import { listUploaders } from './list-uploaders.ts';

/** The parts of a review, in the order in which a person goes through them. */
export const parts = ['decide', 'changed', 'new', 'missing', 'unread', 'warnings', 'leftout'] as const;
export type Part = (typeof parts)[number];

/** What cannot be read or taken: a value or a whole record of the file, why, and what to do. */
export type Fault = Pick<Problem, 'row' | 'column' | 'value' | 'message' | 'todo'>;

export type Review = {
  readonly kept: KeptImport;
  readonly by: string;
  readonly counts: RowCounts;
  readonly sameFile: KeptImport | null;
  readonly undone: { readonly undone: number; readonly touchedSince: number } | null;
  /** How many things each part has. */
  readonly sizes: Readonly<Record<Part, number>>;
  readonly part: Part;
  readonly page: number;
  readonly rows: readonly KeptRow[];
  readonly missing: readonly PupilName[];
  readonly faults: readonly Fault[];
};

export const rowsOnPage = 50;

const stateOf: Partial<Record<Part, string>> = { decide: 'ask', changed: 'changed', new: 'new' };

const isFault = (level: Problem['level']) => (problem: Problem) => problem.level === level;
const problemsOf = (kept: KeptImport): readonly Problem[] =>
  kept.problems.map(({ value, ...problem }) => (value === undefined ? problem : { ...problem, value }));

/** Records that Sendero could read and cannot take, as faults beside those that could not be read. */
const asFault = (row: KeptRow): Fault => ({
  row: row.fileRow,
  column: null,
  value: row.title,
  message: row.why ?? 'Sendero cannot take this record.',
  todo: 'Add what is missing to the file and import it again.',
});

/** Everything of an import that could not be read or taken. */
export async function listFaults(tx: Tx, kept: KeptImport): Promise<Fault[]> {
  const rows = await listImportRows(tx, kept.importId, { state: 'unreadable' });
  return [...problemsOf(kept).filter(isFault('error')), ...rows.map(asFault)].sort(
    (one, other) => (one.row ?? 0) - (other.row ?? 0),
  );
}

type Asked = { readonly part: Part | undefined; readonly page: number };

/** One page of the review of an import. The number of statements does not grow with the file. */
export async function findReview(tx: Tx, kept: KeptImport, asked: Asked): Promise<Review> {
  const counts = await countImportRows(tx, kept.importId);
  const errors = kept.problems.filter(({ level }) => level === 'error').length;
  const sizes = {
    decide: counts.asked,
    changed: counts.changed,
    new: counts.new,
    missing: kept.header.missing.length,
    unread: errors + counts.unreadable,
    warnings: kept.problems.length - errors,
    leftout: counts.leftOut,
  };
  const part = asked.part ?? parts.find((one) => sizes[one] > 0) ?? 'changed';
  const offset = (asked.page - 1) * rowsOnPage;
  const uploaders = await listUploaders(tx, [kept]);
  return {
    kept,
    by: uploaders.get(kept.importId) ?? '',
    counts,
    sameFile: kept.state === 'reviewing' ? await findSameFile(tx, kept) : null,
    undone: kept.state === 'undone' ? await countUndone(tx, kept.importId) : null,
    sizes,
    part,
    page: asked.page,
    ...(await shownOf(tx, kept, { part, offset })),
  };
}

type Shown = Pick<Review, 'rows' | 'missing' | 'faults'>;

async function shownOf(
  tx: Tx,
  kept: KeptImport,
  { part, offset }: { part: Part; offset: number },
): Promise<Shown> {
  const none: Shown = { rows: [], missing: [], faults: [] };
  const few = { offset, limit: rowsOnPage };
  const cut = <T>(all: readonly T[]) => all.slice(offset, offset + rowsOnPage);
  switch (part) {
    case 'missing':
      return { ...none, missing: cut(await listPupilNames(tx, kept.header.missing)) };
    case 'unread':
      return { ...none, faults: cut(await listFaults(tx, kept)) };
    case 'warnings':
      return { ...none, faults: cut(problemsOf(kept).filter(isFault('warning'))) };
    case 'leftout':
      return { ...none, rows: await listImportRows(tx, kept.importId, { isLeftOut: true, ...few }) };
    default:
      return { ...none, rows: await listImportRows(tx, kept.importId, { state: stateOf[part], ...few }) };
  }
}
