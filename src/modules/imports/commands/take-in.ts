import { sql } from 'kysely';
import { ImportId, newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { importsEvents } from '../domain/imports.events.ts';
import type { Incoming } from '../domain/incoming.ts';
import type { ImportAudience } from '../domain/kept-import.ts';
import type { LaidRow } from '../domain/lay.ts';
import type { CtfFile, TableFile } from '../reading/read-file.ts';
import { keepImport } from './keep-import.ts';
import { type FileFacts, type Laid, layFile } from './lay-file.ts';

const record = recorder(importsEvents);
const rowsAtOnce = 500;

export type TakenFile = {
  readonly fileName: string;
  readonly sha256: string;
  readonly read: CtfFile | TableFile;
  /** From the shell: nobody looks at the columns first. */
  readonly isReviewed?: boolean;
};

/** What is kept of a file beside its rows: enough to review, to map again and to say where facts came from. */
export function factsOfFile(read: CtfFile | TableFile, today: FileFacts['givenOn']) {
  if (read.kind === 'ctf') {
    const { source, madeOn, isPartial } = read.header;
    return {
      format: 'ctf' as const,
      givenOn: madeOn !== null && madeOn < today ? madeOn : today,
      senderLaestab: source.laestab,
      senderName: source.name,
      isPartial,
      isRoll: true,
      sheet: null,
      headings: [],
      headingsKey: null,
      kinds: ['pupils'],
      ctfVersion: read.header.version,
      otherSheets: [],
    };
  }
  return {
    format: read.format,
    givenOn: today,
    senderLaestab: null,
    senderName: null,
    isPartial: false,
    isRoll: read.kinds.includes('pupils'),
    sheet: read.sheet?.name ?? null,
    headings: [...read.table.headings],
    headingsKey: read.headingsKey,
    kinds: [...read.kinds],
    ctfVersion: null,
    otherSheets: [...(read.sheet?.others ?? [])],
  };
}

/**
 * Keeps what a file says, row by row, beside what is held: nothing of a pupil changes before the review. The file
 * itself is not kept. A table of which a column was only guessed waits for a person to look at the columns.
 */
export async function takeIn(
  tx: Tx,
  { fileName, sha256, read, isReviewed = false }: TakenFile,
): Promise<ImportId> {
  const { actor, today } = tx.scope;
  const importId = ImportId.parse(newId());
  const facts = factsOfFile(read, today);
  const laid = await layFile(tx, read.incoming, facts);
  await keepImport(tx, {
    importId,
    fileName,
    sha256,
    format: read.format,
    audience: 'import',
    givenOn: facts.givenOn,
    state: !isReviewed && read.kind === 'table' && mustBeMapped(read) ? 'mapping' : 'reviewing',
    header: { ...facts, sees: actor.sees, missing: laid.missing },
    columns: read.kind === 'table' ? columnsOf(read) : [],
    mapping: read.kind === 'table' ? mappingOf(read) : [],
    problems: read.incoming.problems,
    counts: laid.counts,
  });
  if (read.kind === 'table') await keepTable(tx, importId, read);
  await keepRows(tx, { importId }, laid.rows);
  await record(tx, { type: 'FileTakenIn', audience: 'import', subjectId: importId });
  return importId;
}

const mustBeMapped = (read: TableFile): boolean =>
  !read.isRemembered &&
  (read.kinds.length === 0 ||
    read.columns.some((column) => column.confidence === 'guess') ||
    read.valuesToMap.length > 0);

const samplesShown = 3;

const columnsOf = (read: TableFile) =>
  read.columns.map(({ column, heading, field, confidence, why }) => ({
    column,
    heading,
    field,
    confidence,
    why,
    samples: [...new Set(read.table.rows.slice(0, 50).map((row) => (row.cells[column] ?? '').slice(0, 40)))]
      .filter((cell) => cell.trim() !== '')
      .slice(0, samplesShown),
  }));

const mappingOf = (read: TableFile) =>
  read.columns.map(({ column, field, block }) => ({ column, field, block }));

/** The table as it was read, in pieces, so that it can be mapped again. */
async function keepTable(tx: Tx, importId: ImportId, read: TableFile): Promise<void> {
  const { headings, hasHeadings, rows, setAside } = read.table;
  for (let from = 0; from < Math.max(1, rows.length); from += rowsAtOnce) {
    const piece = {
      headings,
      hasHeadings,
      setAside: from === 0 ? setAside : [],
      rows: rows.slice(from, from + rowsAtOnce),
    };
    await tx
      .insertInto('importRows')
      .values({
        schoolId: tx.scope.actor.schoolId,
        importId,
        rowNumber: from,
        kind: 'raw',
        content: JSON.stringify(piece),
        state: 'raw',
      })
      .execute();
  }
}

/** Keeps laid rows, many in a statement. Their number is their place in the file; two kinds may share one. */
export async function keepRows(
  tx: Tx,
  { importId, audience = 'import' }: { readonly importId: ImportId; readonly audience?: ImportAudience },
  rows: readonly LaidRow[],
): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const numbered = rows.map((row, place) => ({
    schoolId,
    importId,
    rowNumber: place + 1,
    kind: row.kind,
    content: JSON.stringify(row.content),
    matchId: row.matchId,
    state: row.state,
    audience,
    proposal: JSON.stringify({ title: row.title, fileRow: row.number, why: row.why, changes: row.changes }),
  }));
  for (let from = 0; from < numbered.length; from += rowsAtOnce) {
    await tx
      .insertInto('importRows')
      .values(numbered.slice(from, from + rowsAtOnce))
      .execute();
  }
}

/** Lays the rows of an import anew, after its columns were mapped again. */
export async function layAgain(
  tx: Tx,
  importId: ImportId,
  given: {
    incoming: Incoming;
    facts: FileFacts & Record<string, unknown>;
    mapping: unknown;
    columns: unknown;
  },
): Promise<Laid> {
  const laid = await layFile(tx, given.incoming, given.facts);
  await tx
    .deleteFrom('importRows')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', importId)
    .where('kind', '!=', 'raw')
    .execute();
  await keepRows(tx, { importId }, laid.rows);
  await tx
    .updateTable('imports')
    .set({
      state: 'reviewing',
      header: JSON.stringify({ ...given.facts, missing: laid.missing }),
      mapping: JSON.stringify(given.mapping),
      columns: JSON.stringify(given.columns),
      problems: JSON.stringify(given.incoming.problems.slice(0, 2000)),
      counts: JSON.stringify(laid.counts),
      version: sql`version + 1`,
    })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', importId)
    .execute();
  return laid;
}
