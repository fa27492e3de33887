import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type DatesRefusal, type DocumentFacts, datesRefused, type TakenFile } from '../domain/document.ts';
import type { DocumentAudience } from '../domain/document-kinds.ts';
import { documentsEvents } from '../domain/documents.events.ts';

const record = recorder(documentsEvents);

export type NewDocument = DocumentFacts & {
  /** Null: it is about the school. */
  readonly pupilId: PupilId | null;
  readonly audience: DocumentAudience;
  /** What else it belongs to, as a later module names it. */
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
};

/** The row of a file that was put away. */
export const rowOfFile = (tx: Tx, { fileName, format, bytes, sha256, storeName, scan }: TakenFile) => ({
  schoolId: tx.scope.actor.schoolId,
  documentFileId: newId(tx.scope.clock.now().getTime()),
  fileName,
  format,
  bytes,
  sha256,
  storeName,
  scan,
  byPersonId: tx.scope.actor.personId,
  receivedAt: tx.scope.clock.now(),
});

/** Keeps a document with its first file. Returns the document's id. */
export async function keepDocument(
  tx: Tx,
  given: NewDocument & { readonly file: TakenFile },
): Promise<Result<string, DatesRefusal>> {
  const { file, pupilId, audience } = given;
  const refusal = datesRefused(given, tx.scope.today);
  if (refusal !== null) return refused(refusal);
  const documentId = await addDocument(tx, given);
  await tx
    .insertInto('documentFiles')
    .values({ ...rowOfFile(tx, file), documentId, versionNumber: 1, state: 'filed', pupilId, audience })
    .execute();
  await recordKept(tx, documentId, given, file.fileName);
  return done(documentId);
}

export async function addDocument(tx: Tx, given: NewDocument): Promise<string> {
  const { actor, clock } = tx.scope;
  const documentId = newId(clock.now().getTime());
  const { pupilId, kind, title, datedOn, receivedOn, fromWhom, notes, audience, subject } = given;
  await tx
    .insertInto('documents')
    .values({
      schoolId: actor.schoolId,
      documentId,
      pupilId,
      subjectKind: subject?.kind ?? null,
      subjectId: subject?.id ?? null,
      kind,
      title,
      datedOn,
      receivedOn,
      fromWhom,
      notes,
      audience,
      byPersonId: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
  return documentId;
}

export const recordKept = (tx: Tx, documentId: string, given: NewDocument, fileName: string) => {
  const { pupilId, kind, title, datedOn, receivedOn, fromWhom, audience } = given;
  const facts = { documentKind: kind, title, datedOn, receivedOn, fromWhom, audience, fileName };
  return record(tx, {
    type: 'DocumentKept',
    audience,
    ...(pupilId === null ? {} : { pupilId }),
    subjectId: documentId,
    changes: Object.fromEntries(
      Object.entries(facts)
        .filter(([, after]) => after !== null)
        .map(([name, after]) => [name, { before: null, after }]),
    ),
  });
};
