import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawDocument } from '../commands/change-document.ts';
import { withdrawDocumentForm } from '../domain/document.form.ts';
import {
  aboutDocument,
  changedSince,
  findKeptToChange,
  homeOf,
  type KeptDocument,
  listOf,
} from './kept-document.ts';

const { fields } = withdrawDocumentForm;

/** Takes a document out of the lists, with the reason. */
export default page({
  path: '/documents/:documentId/withdraw',
  params: z.object({ documentId: z.uuid() }),
  may: 'document.keep',
  about: aboutDocument,
  section: 'Pupils',
  title: 'Withdraw a document',
  load: ({ tx, params }): Promise<KeptDocument | null> => findKeptToChange(tx, params.documentId),
  form: withdrawDocumentForm,
  view: ({ subject: { document, pupilName }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Withdraw a document"
        lead="For one that should not be here: another pupil’s, or kept twice. It is listed no more; the history says that it was here, and why it went."
      />
      <Inset>{pupilName === null ? document.title : `${document.title}, about ${pupilName}`}</Inset>
      <PostForm attempt={attempt} submit="Withdraw document" cancel={{ href: homeOf(document) }}>
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.version} attempt={attempt} value={document.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { document }, values }) => {
    if (values.version !== document.version) return refuse(changedSince);
    const done = await withdrawDocument(tx, document, values);
    return done.ok ? goTo(listOf(document.pupilId), 'Document withdrawn') : refuse(changedSince);
  },
});
