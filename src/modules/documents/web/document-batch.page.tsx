import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { CheckboxesField } from '#src/ui/checkboxes-field.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { fileFromBatch, proposedFor } from '../commands/bring-batch.ts';
import { audiencesToKeep } from '../domain/document.ts';
import { confirmBatchForm } from '../domain/upload-documents.form.ts';
import { type DocumentBatch, findDocumentBatch } from '../queries/find-document-batch.ts';
import { BatchFiles, isBeingRead, isProposed, LeftOut, proposalWords } from './document-batch.view.tsx';

const { confirmed } = confirmBatchForm.fields;

const beingRead = ({ files }: DocumentBatch): number => files.filter(isBeingRead).length;

/** The pupils whose names the page shows. */
const pupilsOf = ({ files }: DocumentBatch): readonly PupilId[] => [
  ...new Set(files.flatMap(({ proposals }) => proposals.map(({ pupilId }) => pupilId))),
];

function Confirm({
  batch,
  ticked,
  error,
}: {
  batch: DocumentBatch;
  ticked: unknown;
  error?: string | undefined;
}) {
  const proposed = batch.files.filter(isProposed);
  const sure = proposed.filter(({ proposals: [first] }) => first?.sureness === 'sure');
  return (
    <CheckboxesField
      name={confirmed.name}
      label={confirmed.label}
      hint="Ticked are those that are sure. Untick what is not so, and decide it by itself below."
      error={error}
      isSmall
      options={proposed.map((file) => ({
        value: file.documentFileId,
        label: `${file.fileName} → ${file.proposals[0]?.name ?? ''}`,
        hint: proposalWords(file),
      }))}
      values={Array.isArray(ticked) ? ticked.map(String) : sure.map((file) => file.documentFileId)}
    />
  );
}

/** Many files: whose each may be, how sure that is, and what a person makes of it. */
export default page({
  path: '/documents/batches/:documentBatchId',
  params: z.object({ documentBatchId: z.uuid() }),
  may: 'document.keep',
  about: pupilsOf,
  section: 'School',
  title: 'Files to be filed',
  refreshSeconds: (batch) => (beingRead(batch) > 0 ? 2 : undefined),
  load: ({ tx, params }): Promise<DocumentBatch | null> => findDocumentBatch(tx, params.documentBatchId),
  form: confirmBatchForm,
  view: ({ subject: batch, attempt }) => {
    const reading = beingRead(batch);
    const { files } = batch;
    return (
      <>
        <BackLink href="/documents/upload">Bring more</BackLink>
        <PageHead title="Files to be filed" lead={`Brought on ${timeWords(batch.receivedAt)}`} />
        <LeftOut leftOut={batch.leftOut} />
        {reading > 0 && (
          <ProgressBar done={files.length - reading} total={files.length} label="Reading the files" />
        )}
        {reading === 0 && files.some(isProposed) && (
          <Card title="Proposed" tone="next">
            <PostForm attempt={attempt} submit="File those that are ticked">
              <Confirm
                batch={batch}
                ticked={attempt.values[confirmed.name]}
                error={attempt.errors[confirmed.name]}
              />
            </PostForm>
          </Card>
        )}
        {files.length === 0 ? (
          <EmptyState title="None of the files could be taken">
            <p>The reasons stand above.</p>
          </EmptyState>
        ) : (
          <BatchFiles batch={batch} />
        )}
      </>
    );
  },
  submit: async ({ tx, actor, subject: batch, values }) => {
    const ticked = batch.files.filter(
      (file) => isProposed(file) && values.confirmed.includes(file.documentFileId),
    );
    if (ticked.length === 0)
      return refuse({ confirmed: 'These were filed or left out meanwhile. Look at the list again.' });
    for (const file of ticked) {
      const proposed = proposedFor(tx, file, audiencesToKeep(actor));
      const filed = proposed === null ? null : await fileFromBatch(tx, file, proposed);
      if (filed?.ok !== true)
        return refuse('Somebody has changed these files meanwhile. Nothing was filed: look again.');
    }
    return goTo(
      `/documents/batches/${batch.documentBatchId}`,
      ticked.length === 1 ? '1 file filed' : `${ticked.length} files filed`,
    );
  },
});
