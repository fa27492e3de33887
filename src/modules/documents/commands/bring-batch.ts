import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type DatesRefusal, datesRefused, type TakenFile } from '../domain/document.ts';
import { type DocumentAudience, usualAudience } from '../domain/document-kinds.ts';
import { documentsEvents } from '../domain/documents.events.ts';
import { titleOf } from '../domain/file-names.ts';
import type { BatchFile } from '../queries/find-document-batch.ts';
import { addDocument, type NewDocument, recordKept, rowOfFile } from './keep-document.ts';

const record = recorder(documentsEvents);

export type Brought = {
  readonly files: readonly TakenFile[];
  readonly leftOut: readonly { readonly fileName: string; readonly why: string }[];
};

/** Keeps many files at once, each waiting for a person to say whose it is. Returns the batch's id. */
export async function bringBatch(tx: Tx, { files, leftOut }: Brought): Promise<string> {
  const { actor, clock } = tx.scope;
  const documentBatchId = newId(clock.now().getTime());
  await tx
    .insertInto('documentBatches')
    .values({
      schoolId: actor.schoolId,
      documentBatchId,
      byPersonId: actor.personId,
      leftOut: JSON.stringify(leftOut),
      receivedAt: clock.now(),
    })
    .execute();
  if (files.length > 0) {
    await tx
      .insertInto('documentFiles')
      .values(
        files.map((file) => ({
          ...rowOfFile(tx, file),
          documentBatchId,
          state: 'waiting',
          audience: 'leaders',
        })),
      )
      .execute();
  }
  await record(tx, {
    type: 'DocumentBatchBrought',
    audience: 'leaders',
    subjectId: documentBatchId,
    changes: {
      files: { before: null, after: files.length },
      leftOut: { before: null, after: leftOut.length },
    },
  });
  return documentBatchId;
}

type FilingRefusal = DatesRefusal | 'changed_since';

/** Files one of a batch as a document: what a person has confirmed. Returns the document's id. */
export async function fileFromBatch(
  tx: Tx,
  file: BatchFile,
  given: NewDocument,
): Promise<Result<string, FilingRefusal>> {
  const refusal = datesRefused(given, tx.scope.today);
  if (refusal !== null) return refused(refusal);
  const documentId = await addDocument(tx, given);
  const { pupilId, audience } = given;
  const isFiled = await settle(tx, file, {
    state: 'filed',
    documentId,
    versionNumber: 1,
    pupilId,
    audience,
    proposals: '[]',
  });
  // What was added is taken back with the transaction: the page rolls a refusal back.
  if (!isFiled) return refused('changed_since');
  await recordKept(tx, documentId, given, file.fileName);
  return done(documentId);
}

/** What a file of a batch is filed as when a person confirms it as it is proposed. */
export function proposedFor(
  tx: Tx,
  file: BatchFile,
  writes: readonly DocumentAudience[],
): (NewDocument & { readonly pupilId: PupilId }) | null {
  const [first] = file.proposals;
  const audience = writes.find((one) => one === usualAudience(file.kind)) ?? writes.at(-1);
  if (first === undefined || audience === undefined) return null;
  return {
    pupilId: first.pupilId,
    kind: file.kind,
    title: titleOf(file.fileName),
    datedOn: null,
    receivedOn: tx.scope.today,
    fromWhom: null,
    notes: null,
    audience,
  };
}

/** Leaves a file of a batch out: nothing is filed, and its bytes are swept away at night. */
export async function leaveBatchFile(tx: Tx, file: BatchFile): Promise<Result<void, 'changed_since'>> {
  const left = { state: 'left', storeName: null, words: null, proposals: '[]' } as const;
  if (!(await settle(tx, file, left))) return refused('changed_since');
  await record(tx, {
    type: 'DocumentFileLeft',
    audience: 'leaders',
    subjectId: file.documentFileId,
    changes: { fileName: { before: file.fileName, after: null } },
  });
  return done(undefined);
}

type Settled = {
  readonly state: 'filed' | 'left';
  readonly documentId?: string;
  readonly versionNumber?: number;
  readonly pupilId?: PupilId | null;
  readonly audience?: DocumentAudience;
  readonly storeName?: null;
  readonly words?: null;
  readonly proposals: string;
};

/** False when somebody has filed or left it since it was read. */
async function settle(tx: Tx, file: BatchFile, to: Settled): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('documentFiles')
    .set({ ...to, version: file.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('documentFileId', '=', file.documentFileId)
    .where('state', '=', 'waiting')
    .where('version', '=', file.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
