import { ImportId, newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { importsEvents } from '../domain/imports.events.ts';
import type { Problem } from '../domain/incoming.ts';
import { countRows, type LaidRow } from '../domain/lay.ts';
import type { TableFile } from '../reading/read-file.ts';
import { keepImport } from './keep-import.ts';
import { keepRows } from './take-in.ts';

const record = recorder(importsEvents);

export type RowsTaken = {
  readonly fileName: string;
  readonly sha256: string;
  readonly read: Pick<TableFile, 'format' | 'sheet' | 'table'>;
  readonly kind: 'scores' | 'provision' | 'ehc_plans' | 'finance';
  readonly rows: readonly LaidRow[];
  readonly problems: readonly Problem[];
};

/** Keeps rows that were laid by a reading of their own, to be reviewed, taken in and undone as those of any file. */
export async function takeInRows(tx: Tx, taken: RowsTaken): Promise<ImportId> {
  const { fileName, sha256, read, kind, rows, problems } = taken;
  const { actor, today } = tx.scope;
  const importId = ImportId.parse(newId());
  const audience = kind === 'finance' ? 'finance' : 'import';
  const header = {
    format: read.format,
    givenOn: today,
    senderLaestab: null,
    senderName: null,
    isPartial: false,
    isRoll: false,
    sheet: read.sheet?.name ?? null,
    headings: [...read.table.headings],
    headingsKey: null,
    kinds: [kind],
    ctfVersion: null,
    otherSheets: [...(read.sheet?.others ?? [])],
    sees: audience === 'finance' ? [audience] : actor.sees,
    missing: [],
  };
  await keepImport(tx, {
    importId,
    fileName,
    sha256,
    format: read.format,
    givenOn: today,
    audience,
    state: 'reviewing',
    header,
    columns: [],
    mapping: [],
    problems,
    counts: countRows(rows, 0),
  });
  await keepRows(tx, { importId, audience }, rows);
  await record(tx, { type: 'FileTakenIn', audience, subjectId: importId });
  return importId;
}
