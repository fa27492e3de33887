import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addDocumentVersion } from '../commands/change-document.ts';
import { newVersionForm } from '../domain/document.form.ts';
import { largestFile } from '../domain/file-formats.ts';
import { type Taking, takeFile } from '../reading/take-file.ts';
import { TheFile } from './document-fields.view.tsx';
import { aboutDocument, changedSince, findKeptToChange, homeOf, type KeptDocument } from './kept-document.ts';

type Subject = KeptDocument & { readonly taken: Taking | null };

/** Puts a newer file in the place of the present one, which is kept. */
export default page({
  path: '/documents/:documentId/new-version',
  params: z.object({ documentId: z.uuid() }),
  may: 'document.keep',
  about: aboutDocument,
  section: 'Pupils',
  title: 'Add a new version',
  load: async ({ tx, params }): Promise<Subject | null> => {
    const kept = await findKeptToChange(tx, params.documentId);
    return kept === null ? null : { ...kept, taken: null };
  },
  form: newVersionForm,
  largestPost: largestFile + 1024 * 1024,
  view: ({ subject: { document }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add a new version"
        lead={`${document.title}: version ${document.currentVersion} stays, and can be opened under the new one.`}
      />
      <PostForm
        attempt={attempt}
        submit="Add the version"
        encType="multipart/form-data"
        cancel={{ href: homeOf(document) }}
      >
        <TheFile attempt={attempt} />
        <FormField of={newVersionForm.fields.why} attempt={attempt} />
        <FormField of={newVersionForm.fields.version} attempt={attempt} value={document.version} />
      </PostForm>
    </div>
  ),
  prepare: async ({ program, subject, values }) => ({
    ...subject,
    taken: await takeFile(program, {
      fileName: values.file.name,
      bytes: new Uint8Array(await values.file.arrayBuffer()),
    }),
  }),
  submit: async ({ tx, actor, program, subject: { document, taken }, values }) => {
    if (taken === null) return refuse({ file: 'Select a file' });
    if (!taken.ok) return refuse({ file: taken.why });
    if (values.version !== document.version) return refuse(changedSince);
    const done = await addDocumentVersion(tx, document, { file: taken.value, why: values.why });
    if (!done.ok) return refuse(changedSince);
    await program.jobs.send(tx, 'read-documents', { schoolId: actor.schoolId });
    return goTo(homeOf(document), 'Version added');
  },
});
