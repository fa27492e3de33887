import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { kindLabel } from '../domain/document-kinds.ts';
import { sizeWords } from '../domain/file-formats.ts';
import { surenessWords } from '../domain/match-file.ts';
import type { BatchFile, DocumentBatch } from '../queries/find-document-batch.ts';

export const isBeingRead = ({ reading, state, scan }: BatchFile): boolean =>
  state === 'waiting' && reading === 'waiting' && scan !== 'held';

/** Files for which one pupil is sure or likely: they can be filed with a tick. */
export const isProposed = ({ state, proposals, scan }: BatchFile): boolean =>
  state === 'waiting' &&
  scan !== 'refused' &&
  proposals[0] !== undefined &&
  proposals[0].sureness !== 'possible';

/** `Sure: the UPN stands in the text. As: Speech and language report`. */
export const proposalWords = ({ proposals: [first], kind }: BatchFile): string =>
  first === undefined
    ? 'Nobody is named that the school knows'
    : `${surenessWords[first.sureness]}: ${first.why.join(', ')}. As: ${kindLabel(kind)}`;

const tags = { sure: 'good', likely: 'support', possible: 'warn' } as const;

function WhoseIs({ file }: { file: BatchFile }) {
  const [first, ...more] = file.proposals;
  if (isBeingRead(file)) return <>Being read</>;
  if (file.scan === 'refused') return <Tag kind="late">Removed: {file.scanFound}</Tag>;
  if (first === undefined) return <>{proposalWords(file)}</>;
  return (
    <>
      <Tag kind={tags[first.sureness]}>{surenessWords[first.sureness]}</Tag> {first.name}
      {more.length > 0 && ` or ${more.map(({ name }) => name).join(', ')}`}
      <div class="quiet small">{first.why.join(', ')}</div>
    </>
  );
}

/** Every file of a batch, and what became of it. */
export function BatchFiles({ batch }: { batch: DocumentBatch }) {
  const { documentBatchId, files } = batch;
  return (
    <Card title="All files">
      <DataTable
        caption="All files of this upload"
        isStacked
        columns={[
          { key: 'file', label: 'File', isRowHead: true },
          { key: 'size', label: 'Size', isNumber: true },
          { key: 'whose', label: 'Whose' },
          { key: 'next', label: 'Next' },
        ]}
        rows={files.map((file) => ({
          file: file.fileName,
          size: sizeWords(file.bytes),
          whose: file.state === 'waiting' ? <WhoseIs file={file} /> : '',
          next: <Next file={file} documentBatchId={documentBatchId} />,
        }))}
      />
    </Card>
  );
}

function Next({ file, documentBatchId }: { file: BatchFile; documentBatchId: string }) {
  if (file.state === 'left') return <>Left out</>;
  if (file.state === 'filed') return <a href={`/documents/${file.documentId}`}>Filed</a>;
  if (isBeingRead(file) || file.scan === 'refused') return <>–</>;
  return (
    <a href={`/documents/batches/${documentBatchId}/files/${file.documentFileId}`}>
      Decide<span class="govuk-visually-hidden"> about {file.fileName}</span>
    </a>
  );
}

/** What was not taken at all. */
export function LeftOut({ leftOut }: Pick<DocumentBatch, 'leftOut'>) {
  if (leftOut.length === 0) return null;
  return (
    <Card title="Not taken" tone="late">
      <ul>
        {leftOut.map(({ fileName, why }, at) => (
          <li key={at}>
            <b>{fileName}</b>: {why}
          </li>
        ))}
      </ul>
    </Card>
  );
}
