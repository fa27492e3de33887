import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeDocumentAudience } from '../commands/change-document.ts';
import { documentAudienceForm } from '../domain/document.form.ts';
import { AudienceField } from './document-fields.view.tsx';
import {
  aboutDocument,
  changedSince,
  chosenAudience,
  findKeptToChange,
  homeOf,
  type KeptDocument,
} from './kept-document.ts';

const { fields } = documentAudienceForm;

/** Changes who may read a document, with the reason. */
export default page({
  path: '/documents/:documentId/audience',
  params: z.object({ documentId: z.uuid() }),
  may: 'document.keep',
  about: aboutDocument,
  section: 'Pupils',
  title: 'Change who may read a document',
  load: ({ tx, params }): Promise<KeptDocument | null> => findKeptToChange(tx, params.documentId),
  form: documentAudienceForm,
  view: ({ subject: { document, pupilName }, attempt, actor }) => (
    <div class="narrow">
      <PageHead
        title="Change who may read a document"
        lead={
          pupilName === null ? document.title : `${document.title}, about ${pupilName}. All its versions.`
        }
      />
      <PostForm attempt={attempt} submit="Change who may read it" cancel={{ href: homeOf(document) }}>
        <AudienceField
          attempt={attempt}
          actor={actor}
          isOfSchool={document.pupilId === null}
          value={document.audience}
        />
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.version} attempt={attempt} value={document.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, actor, subject: { document }, values }) => {
    const audience = chosenAudience(actor, values.audience);
    if (audience === undefined) return refuse({ audience: 'Select who may read it' });
    if (values.version !== document.version) return refuse(changedSince);
    const done = await changeDocumentAudience(tx, document, { audience, why: values.why });
    return done.ok ? goTo(homeOf(document), 'Changed who may read it') : refuse(changedSince);
  },
});
