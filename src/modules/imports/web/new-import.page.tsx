import { createHash } from 'node:crypto';
import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Details } from '#src/ui/details.tsx';
import { FileField } from '#src/ui/file-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { takeIn } from '../commands/take-in.ts';
import { newImportForm } from '../domain/new-import.form.ts';
import { findImport } from '../queries/find-import.ts';
import { findReadOptions, type SchoolReadOptions } from '../queries/read-school-file.ts';
import type { ReadResult } from '../reading/read-file.ts';
import { readInWorker } from '../reading/read-in-worker.ts';
import { largestUpload, uploadName } from './upload.ts';
import { WhatCanBeBrought } from './what-can-be-brought.view.tsx';

type Upload = {
  readonly options: SchoolReadOptions;
  readonly brought: { readonly read: ReadResult; readonly sha256: string } | null;
};

const { fields } = newImportForm;

/** Brings a file. It is read outside the database's transactions, and only what it says is kept. */
export default page({
  path: '/imports/new',
  params: z.object({}),
  may: 'import.run',
  about: { none: 'It shows a form, no pupil' },
  section: 'School',
  title: 'Import a file',
  load: async ({ tx }): Promise<Upload> => ({ options: await findReadOptions(tx), brought: null }),
  form: newImportForm,
  largestPost: largestUpload,
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead
        title="Import a file"
        lead="It is read and laid beside what Sendero holds. Nothing changes before you have reviewed it."
      />
      <PostForm
        attempt={attempt}
        submit="Read the file"
        encType="multipart/form-data"
        cancel={{ href: '/imports' }}
      >
        <FileField
          name={fields.file.name}
          label={fields.file.label}
          hint={fields.file.hint}
          error={attempt.errors[fields.file.name]}
          accept=".xml,.csv,.txt,.xlsx"
        />
      </PostForm>
      <Details summary="Which files can be brought, and in which order">
        <WhatCanBeBrought />
      </Details>
    </div>
  ),
  prepare: async ({ subject, values }) => {
    const bytes = new Uint8Array(await values.file.arrayBuffer());
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...subject, brought: { read: await readInWorker(bytes, subject.options), sha256 } };
  },
  submit: async ({ tx, subject, values }) => {
    const { brought } = subject;
    if (brought === null) return refuse({ file: 'Select a file' });
    const { read, sha256 } = brought;
    if ('refused' in read) return refuse({ file: read.refused });
    const importId = await takeIn(tx, { fileName: uploadName(values.file.name), sha256, read });
    const kept = await findImport(tx, importId);
    return goTo(`/imports/${importId}${kept?.state === 'mapping' ? '/columns' : ''}`);
  },
});
