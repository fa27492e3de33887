import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo } from '#src/platform/http/route.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FileField } from '#src/ui/file-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { bringBatch } from '../commands/bring-batch.ts';
import { endings, largestBatch } from '../domain/file-formats.ts';
import { uploadDocumentsForm } from '../domain/upload-documents.form.ts';
import { listWaitingBatches } from '../queries/find-document-batch.ts';
import { receiveFiles } from '../reading/receive-files.ts';

const { fields } = uploadDocumentsForm;

/** Brings many files at once, to be matched to pupils. Nothing is filed before a person has said so. */
export default page({
  path: '/documents/upload',
  params: z.object({}),
  may: 'document.keep',
  about: { none: 'It shows a form, and how many files wait' },
  section: 'School',
  title: 'Bring many documents',
  load: ({ tx }) => listWaitingBatches(tx),
  form: uploadDocumentsForm,
  largestPost: largestBatch.bytes + 2 * 1024 * 1024,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <BackLink href="/documents">All documents</BackLink>
      <PageHead
        title="Bring many documents"
        lead="Names, UPNs and dates of birth in the files’ names and words tell whose they may be. Nothing is filed before you have confirmed it."
      />
      <PostForm attempt={attempt} submit="Bring the files" encType="multipart/form-data">
        <FileField
          name={fields.files.name}
          label={fields.files.label}
          hint={fields.files.hint}
          error={attempt.errors[fields.files.name]}
          accept={endings.join(',')}
          isMultiple
        />
      </PostForm>
      {subject.length > 0 && (
        <Card title="Waiting for you">
          <ActionList
            items={subject.map(({ documentBatchId, receivedAt, files }) => ({
              label: `${files} ${files === 1 ? 'file' : 'files'} brought on ${timeWords(receivedAt)}`,
              href: `/documents/batches/${documentBatchId}`,
              why: 'What nobody has filed after 30 days is removed',
            }))}
          />
        </Card>
      )}
    </div>
  ),
  receive: async ({ request, program }) => ({ files: await receiveFiles(request, program) }),
  submit: async ({ tx, actor, program, values }) => {
    const documentBatchId = await bringBatch(tx, values.files);
    await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    return goTo(`/documents/batches/${documentBatchId}`);
  },
});
