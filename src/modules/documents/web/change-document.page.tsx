import { z } from 'zod';
import { longDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import { changeDocument } from '../commands/change-document.ts';
import { changeDocumentForm } from '../domain/document.form.ts';
import { datesWording, type SchoolDocument } from '../domain/document.ts';
import { kindLabel } from '../domain/document-kinds.ts';
import { FactFields } from './document-fields.view.tsx';
import {
  aboutDocument,
  changedSince,
  factsOf,
  findKeptToChange,
  homeOf,
  type KeptDocument,
} from './kept-document.ts';

/** What the record holds now, beside what was typed: for whoever saved too late. */
function HeldNow({ document }: { document: SchoolDocument }) {
  return (
    <Card title="What is held now" tone="late">
      <SummaryList
        rows={[
          { key: 'What it is', value: kindLabel(document.kind) },
          { key: 'Title', value: document.title },
          { key: 'From whom', value: document.fromWhom ?? 'Not said' },
          {
            key: 'Date of the document',
            value: document.datedOn === null ? 'None' : longDate(document.datedOn),
          },
          { key: 'Received on', value: longDate(document.receivedOn) },
          { key: 'Notes', value: document.notes ?? 'None' },
        ]}
      />
    </Card>
  );
}

/** Changes what is said of a document. */
export default page({
  path: '/documents/:documentId/change',
  params: z.object({ documentId: z.uuid() }),
  may: 'document.keep',
  about: aboutDocument,
  section: 'Pupils',
  title: 'Change the details of a document',
  load: ({ tx, params }): Promise<KeptDocument | null> => findKeptToChange(tx, params.documentId),
  form: changeDocumentForm,
  view: ({ subject: { document, pupilName }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Change the details of a document"
        lead={pupilName === null ? document.title : `${document.title}, about ${pupilName}`}
      />
      {attempt.values.version !== undefined && Number(attempt.values.version) !== document.version && (
        <HeldNow document={document} />
      )}
      <PostForm attempt={attempt} submit="Save" cancel={{ href: homeOf(document) }}>
        <FactFields attempt={attempt} held={document} />
        <FormField
          of={changeDocumentForm.fields.version}
          attempt={{ values: {}, errors: {} }}
          value={document.version}
        />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { document }, values }) => {
    if (values.version !== document.version) return refuse(changedSince);
    const done = await changeDocument(tx, document, factsOf(values));
    if (done.ok) return goTo(homeOf(document), 'Details changed');
    return done.refusal === 'changed_since' ? refuse(changedSince) : refuse(datesWording[done.refusal]);
  },
});
