import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type DatesRefusal,
  type DocumentFacts,
  datesRefused,
  type SchoolDocument,
  type TakenFile,
} from '../domain/document.ts';
import type { DocumentAudience } from '../domain/document-kinds.ts';
import { documentsEvents } from '../domain/documents.events.ts';
import { rowOfFile } from './keep-document.ts';

const record = recorder(documentsEvents);
type Changed = Result<void, 'changed_since'>;

const about = ({ pupilId, documentId }: SchoolDocument) => ({
  ...(pupilId === null ? {} : { pupilId }),
  subjectId: documentId,
});

/** Changes what is said of a document: its kind, title, days, sender, notes. */
export async function changeDocument(
  tx: Tx,
  document: SchoolDocument,
  facts: DocumentFacts,
): Promise<Result<void, 'changed_since' | DatesRefusal>> {
  const refusal = datesRefused(facts, tx.scope.today);
  if (refusal !== null) return refused(refusal);
  const { kind, title, datedOn, receivedOn, fromWhom, notes } = facts;
  const given = { kind, title, datedOn, receivedOn, fromWhom, notes };
  const { kind: documentKind, ...changes } = changesBetween<typeof given>(document, given);
  const named = documentKind === undefined ? changes : { documentKind, ...changes };
  if (nothingChanged(named)) return done(undefined);
  if (!(await set(tx, document, given))) return refused('changed_since');
  await record(tx, {
    type: 'DocumentChanged',
    audience: document.audience,
    ...about(document),
    changes: named,
  });
  return done(undefined);
}

/** Gives a document a newer file. The older ones are kept, and shown under it. */
export async function addDocumentVersion(
  tx: Tx,
  document: SchoolDocument,
  { file, why }: { readonly file: TakenFile; readonly why: string },
): Promise<Changed> {
  const versionNumber = document.currentVersion + 1;
  if (!(await set(tx, document, { currentVersion: versionNumber }))) return refused('changed_since');
  const { documentId, pupilId, audience } = document;
  await tx
    .insertInto('documentFiles')
    .values({ ...rowOfFile(tx, file), documentId, versionNumber, state: 'filed', pupilId, audience, why })
    .execute();
  await record(tx, {
    type: 'DocumentVersionAdded',
    audience,
    ...about(document),
    why,
    changes: {
      title: { before: document.title, after: document.title },
      currentVersion: { before: document.currentVersion, after: versionNumber },
      fileName: { before: null, after: file.fileName },
    },
  });
  return done(undefined);
}

/** Changes who may read a document and all its versions. The event is told to those who could read it before, too. */
export async function changeDocumentAudience(
  tx: Tx,
  document: SchoolDocument,
  { audience, why }: { readonly audience: DocumentAudience; readonly why: string },
): Promise<Changed> {
  if (audience === document.audience) return done(undefined);
  if (!(await set(tx, document, { audience }))) return refused('changed_since');
  await tx
    .updateTable('documentFiles')
    .set({ audience })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('documentId', '=', document.documentId)
    .execute();
  await record(tx, {
    type: 'DocumentAudienceChanged',
    // The title may be what is to be hidden now, so the event is of the new audience.
    audience,
    ...about(document),
    why,
    changes: {
      title: { before: document.title, after: document.title },
      audience: { before: document.audience, after: audience },
    },
  });
  return done(undefined);
}

/** Withdraws a document that should not be here, with the reason. It stays in the history and is listed no more. */
export async function withdrawDocument(
  tx: Tx,
  document: SchoolDocument,
  { why }: { readonly why: string },
): Promise<Changed> {
  const withdrawn = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why };
  if (!(await set(tx, document, withdrawn))) return refused('changed_since');
  await record(tx, {
    type: 'DocumentWithdrawn',
    audience: document.audience,
    ...about(document),
    why,
    changes: { title: { before: document.title, after: null } },
  });
  return done(undefined);
}

type Set = Partial<DocumentFacts> & {
  readonly currentVersion?: number;
  readonly audience?: DocumentAudience;
  readonly withdrawnAt?: Date;
  readonly withdrawnWhy?: string;
};

/** False when somebody has changed or withdrawn it since it was read. */
async function set(tx: Tx, document: SchoolDocument, given: Set): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('documents')
    .set({ ...given, version: document.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('documentId', '=', document.documentId)
    .where('version', '=', document.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
