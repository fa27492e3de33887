import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setDays } from '../commands/work-on-document.ts';
import { yearWords } from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { daysForm } from '../domain/publishing.form.ts';
import { documentHref, loadDocument, OfKind, staleWords } from './document-of-school.ts';

/** When a document is looked at again, and whether it is for several years. */
export default page({
  path: '/school/published/:document/days',
  params: OfKind,
  may: 'school.manage',
  about: { none: 'Days of a document, no pupil' },
  section: 'School',
  title: 'Day of review',
  form: daysForm,
  load: ({ tx, params }) => loadDocument(tx, params.document),
  view: ({ subject: { kind, document }, attempt }) => (
    <div class="narrow">
      <BackLink href={documentHref(kind)}>{kindsOfDocument[kind].title}</BackLink>
      <PageHead
        title="Day of review"
        lead={`${kindsOfDocument[kind].title} ${yearWords(document.firstYear)}`}
      />
      <PostForm attempt={attempt} submit="Save">
        <HiddenField name="version" value={String(document.version)} />
        <Card>
          <FormField of={daysForm.fields.reviewOn} attempt={attempt} value={document.reviewOn} />
          <FormField
            of={daysForm.fields.spansYears}
            attempt={attempt}
            value={document.spansYears ? 'yes' : null}
          />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { kind, document }, values }) => {
    const { reviewOn = null, spansYears, version } = values;
    const done = await setDays(tx, document, { reviewOn, spansYears, version });
    if (!done.ok) return refuse(staleWords);
    return goTo(documentHref(kind), done.value ? 'Saved' : 'Nothing was different');
  },
});
