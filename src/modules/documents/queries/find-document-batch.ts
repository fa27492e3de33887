import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { DocumentFile } from '../domain/document.ts';
import { type DocumentKind, guessKind } from '../domain/document-kinds.ts';
import type { FileProposal } from '../domain/match-file.ts';
import { listBatchFiles } from './list-document-files.ts';

const Proposals = z.array(
  z.object({
    pupilId: PupilId,
    sureness: z.enum(['sure', 'likely', 'possible']),
    why: z.array(z.string()),
  }),
);
const LeftOut = z.array(z.object({ fileName: z.string(), why: z.string() }));

export type NamedProposal = FileProposal & { readonly name: string };
export type BatchFile = DocumentFile & {
  readonly state: 'waiting' | 'filed' | 'left';
  readonly proposals: readonly NamedProposal[];
  readonly kind: DocumentKind;
  readonly version: number;
};
export type DocumentBatch = {
  readonly documentBatchId: string;
  readonly receivedAt: Date;
  /** Files that were not taken at all, each with the reason. */
  readonly leftOut: readonly { readonly fileName: string; readonly why: string }[];
  readonly files: readonly BatchFile[];
};

const stateOf = (text: string): BatchFile['state'] =>
  text === 'filed' || text === 'left' ? text : 'waiting';

/** A batch with its files and whose each may be; null where the walls hide it. */
export async function findDocumentBatch(tx: Tx, documentBatchId: string): Promise<DocumentBatch | null> {
  const { schoolId } = tx.scope.actor;
  const batch = await tx
    .selectFrom('documentBatches')
    .select(['documentBatchId', 'receivedAt', 'leftOut'])
    .where('schoolId', '=', schoolId)
    .where('documentBatchId', '=', documentBatchId)
    .executeTakeFirst();
  if (batch === undefined) return null;
  const files = await listBatchFiles(tx, documentBatchId);
  const matched = await tx
    .selectFrom('documentFiles')
    .select((eb) => [
      'documentFileId',
      'proposals',
      'version',
      eb.fn<string | null>('left', ['words', eb.lit(3000)]).as('head'),
    ])
    .where('schoolId', '=', schoolId)
    .where('documentBatchId', '=', documentBatchId)
    .execute();
  const more = new Map(
    matched.map((row) => [row.documentFileId, { ...row, proposals: Proposals.parse(row.proposals) }]),
  );
  const names = await listNamesOf(
    tx,
    [...more.values()].flatMap(({ proposals }) => proposals.map(({ pupilId }) => pupilId)),
  );
  return {
    ...batch,
    leftOut: LeftOut.parse(batch.leftOut),
    files: files.map((file) => {
      const { proposals = [], head = null, version = 1 } = more.get(file.documentFileId) ?? {};
      return {
        ...file,
        state: stateOf(file.state),
        version,
        kind: guessKind(file.fileName, head ?? ''),
        proposals: proposals.flatMap((one) => {
          const name = names.get(one.pupilId);
          return name === undefined ? [] : [{ ...one, name }];
        }),
      };
    }),
  };
}

/** One file of a batch that waits to be filed. */
export async function findBatchFile(
  tx: Tx,
  of: { readonly documentBatchId: string; readonly documentFileId: string },
): Promise<BatchFile | null> {
  const batch = await findDocumentBatch(tx, of.documentBatchId);
  const file = batch?.files.find((one) => one.documentFileId === of.documentFileId);
  return file === undefined || file.state !== 'waiting' ? null : file;
}

/** Batches that still wait for a person, the newest first. */
export async function listWaitingBatches(
  tx: Tx,
): Promise<
  readonly { readonly documentBatchId: string; readonly receivedAt: Date; readonly files: number }[]
> {
  const rows = await tx
    .selectFrom('documentBatches as b')
    .innerJoin('documentFiles as f', (join) =>
      join
        .onRef('f.schoolId', '=', 'b.schoolId')
        .onRef('f.documentBatchId', '=', 'b.documentBatchId')
        .on('f.state', '=', 'waiting'),
    )
    .select((eb) => ['b.documentBatchId', 'b.receivedAt', eb.fn.countAll<string>().as('files')])
    .where('b.schoolId', '=', tx.scope.actor.schoolId)
    .groupBy(['b.documentBatchId', 'b.receivedAt'])
    .orderBy('b.receivedAt', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, files: Number(row.files) }));
}
