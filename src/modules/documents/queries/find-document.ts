import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { SchoolDocument } from '../domain/document.ts';
import { documentAudience, documentKind } from '../domain/document-kinds.ts';

const dayOf = (text: string | null): SchoolDate | null => (text === null ? null : schoolDate(text));

/** One document; null where the walls hide it. A withdrawn one is found too, and says so. */
export async function findDocument(tx: Tx, documentId: string): Promise<SchoolDocument | null> {
  const row = await tx
    .selectFrom('documents')
    .select(['documentId', 'pupilId', 'kind', 'title', 'datedOn', 'receivedOn', 'fromWhom', 'notes'])
    .select(['audience', 'currentVersion', 'withdrawnAt', 'withdrawnWhy', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('documentId', '=', documentId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    ...row,
    pupilId: row.pupilId === null ? null : PupilId.parse(row.pupilId),
    kind: documentKind(row.kind),
    audience: documentAudience(row.audience),
    datedOn: dayOf(row.datedOn),
    receivedOn: schoolDate(row.receivedOn),
  };
}

/** As `findDocument`, to be changed: one that was withdrawn is changed no more. */
export async function findDocumentToChange(tx: Tx, documentId: string): Promise<SchoolDocument | null> {
  const found = await findDocument(tx, documentId);
  return found === null || found.withdrawnAt !== null ? null : found;
}
