import type { Tx } from '#src/platform/db/scope.ts';
import type { DocumentFile } from '../domain/document.ts';
import { fileFormat, readingOf, scanOf } from '../domain/file-formats.ts';

const columns = [
  'f.documentFileId',
  'f.documentId',
  'f.versionNumber',
  'f.fileName',
  'f.format',
  'f.bytes',
  'f.sha256',
  'f.storeName',
  'f.scan',
  'f.scanFound',
  'f.reading',
  'f.pages',
  'f.why',
  'f.receivedAt',
  'm.knownAs as byName',
] as const;

const filesOf = (tx: Tx) =>
  tx
    .selectFrom('documentFiles as f')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'f.schoolId').onRef('m.personId', '=', 'f.byPersonId'),
    )
    .select(columns)
    .where('f.schoolId', '=', tx.scope.actor.schoolId);

type Row = Awaited<ReturnType<ReturnType<typeof filesOf>['executeTakeFirstOrThrow']>>;

const fileOf = (row: Row): DocumentFile => ({
  ...row,
  format: fileFormat(row.format),
  scan: scanOf(row.scan),
  reading: readingOf(row.reading),
});

/** The versions of a document, the newest first. */
export async function listDocumentFiles(tx: Tx, documentId: string): Promise<readonly DocumentFile[]> {
  const rows = await filesOf(tx)
    .where('f.documentId', '=', documentId)
    .orderBy('f.versionNumber', 'desc')
    .execute();
  return rows.map(fileOf);
}

/** The current files of documents that stand, by their documents. One statement, however many. */
export async function listCurrentFiles(
  tx: Tx,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, DocumentFile>> {
  if (documentIds.length === 0) return new Map();
  const rows = await filesOf(tx)
    .innerJoin('documents as d', (join) =>
      join
        .onRef('d.schoolId', '=', 'f.schoolId')
        .onRef('d.documentId', '=', 'f.documentId')
        .onRef('d.currentVersion', '=', 'f.versionNumber'),
    )
    .where('d.withdrawnAt', 'is', null)
    .where('f.documentId', 'in', [...documentIds])
    .execute();
  return new Map(rows.flatMap((row) => (row.documentId === null ? [] : [[row.documentId, fileOf(row)]])));
}

/** The files of a batch that are not filed, in the order of their names. */
export async function listBatchFiles(
  tx: Tx,
  documentBatchId: string,
): Promise<readonly (DocumentFile & { readonly state: string })[]> {
  const rows = await filesOf(tx)
    .select('f.state')
    .where('f.documentBatchId', '=', documentBatchId)
    .orderBy('f.fileName')
    .orderBy('f.documentFileId')
    .execute();
  return rows.map((row) => ({ ...fileOf(row), state: row.state }));
}

/** One file, of a document or of a batch. */
export async function findDocumentFile(
  tx: Tx,
  of: { readonly documentFileId: string } & (
    | { readonly documentId: string }
    | { readonly documentBatchId: string }
  ),
): Promise<DocumentFile | null> {
  const row = await filesOf(tx)
    .where('f.documentFileId', '=', of.documentFileId)
    .$if('documentId' in of, (query) =>
      query.where('f.documentId', '=', 'documentId' in of ? of.documentId : ''),
    )
    .$if('documentBatchId' in of, (query) =>
      query
        .where('f.documentBatchId', '=', 'documentBatchId' in of ? of.documentBatchId : '')
        .where('f.state', '=', 'waiting'),
    )
    .executeTakeFirst();
  return row === undefined ? null : fileOf(row);
}

/** The words that were taken out of a file; null when there are none. */
export async function findWords(tx: Tx, documentFileId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('documentFiles')
    .select('words')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('documentFileId', '=', documentFileId)
    .executeTakeFirst();
  return row?.words ?? null;
}
