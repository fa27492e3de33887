import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { newDocumentForm } from '../domain/document.form.ts';
import { largestFile } from '../domain/file-formats.ts';
import { type Taking, takeFile } from '../reading/take-file.ts';
import { AudienceField, FactFields, TheFile } from './document-fields.view.tsx';
import { keepNew } from './keep-new-document.ts';

type Subject = { readonly today: SchoolDate; readonly taken: Taking | null };

/** Keeps a document about the school: it names no pupil. */
export default page({
  path: '/documents/new',
  params: z.object({}),
  may: 'document.keep',
  about: { none: 'It is about the school, no pupil' },
  section: 'School',
  title: 'Add a document about the school',
  load: async ({ tx }): Promise<Subject> => ({ today: tx.scope.today, taken: null }),
  form: newDocumentForm,
  largestPost: largestFile + 1024 * 1024,
  view: ({ subject, attempt, actor }) => (
    <div class="narrow">
      <PageHead
        title="Add a document about the school"
        lead="A policy, an agreement, a letter about nobody in particular. One about a pupil is added on the pupil’s own page."
      />
      <PostForm
        attempt={attempt}
        submit="Keep the document"
        encType="multipart/form-data"
        cancel={{ href: '/documents' }}
      >
        <TheFile attempt={attempt} />
        <FactFields attempt={attempt} held={{ receivedOn: subject.today }} />
        <AudienceField attempt={attempt} actor={actor} isOfSchool value="leaders" />
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
  submit: ({ tx, actor, program, subject, values }) =>
    keepNew({ tx, actor, program, values, pupilId: null, taken: subject.taken }),
});
