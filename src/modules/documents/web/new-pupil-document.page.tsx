import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { newDocumentForm } from '../domain/document.form.ts';
import { largestFile } from '../domain/file-formats.ts';
import { type Taking, takeFile } from '../reading/take-file.ts';
import { AudienceField, FactFields, TheFile } from './document-fields.view.tsx';
import { keepNew } from './keep-new-document.ts';
import { listOf } from './kept-document.ts';

type Subject = { readonly pupil: Pupil; readonly today: SchoolDate; readonly taken: Taking | null };

const titleFor = ({ pupil }: Subject) => `Add a document about ${pupil.name.forename} ${pupil.name.surname}`;

/** Keeps a document about one pupil. The file is looked at and sealed outside any transaction. */
export default page({
  path: '/pupils/:pupilId/documents/new',
  params: z.object({ pupilId: PupilId }),
  may: 'document.keep',
  about: ({ pupil }: Subject) => [pupil.pupilId],
  section: 'Pupils',
  title: titleFor,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const pupil = await findPupil(tx, params.pupilId);
    return pupil === null ? null : { pupil, today: tx.scope.today, taken: null };
  },
  form: newDocumentForm,
  largestPost: largestFile + 1024 * 1024,
  view: ({ subject, attempt, actor }) => (
    <div class="narrow">
      <PageHead title={titleFor(subject)} />
      <PostForm
        attempt={attempt}
        submit="Keep the document"
        encType="multipart/form-data"
        cancel={{ href: listOf(subject.pupil.pupilId) }}
      >
        <TheFile attempt={attempt} />
        <FactFields attempt={attempt} held={{ receivedOn: subject.today }} />
        <AudienceField attempt={attempt} actor={actor} isOfSchool={false} value="staff" />
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
    keepNew({ tx, actor, program, values, pupilId: subject.pupil.pupilId, taken: subject.taken }),
});
