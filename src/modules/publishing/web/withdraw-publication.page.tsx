import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawPublication } from '../commands/publish-document.ts';
import { kindOfSlug, kindsOfDocument } from '../domain/document-kinds.ts';
import { withdrawPublicationForm } from '../domain/publishing.form.ts';
import { findPublication } from '../queries/list-publications.ts';
import { documentHref, OfKind, publicNow } from './document-of-school.ts';

const { fields } = withdrawPublicationForm;

/** Takes what is public off its address, with a reason that stays in the school. */
export default page({
  path: '/school/published/:document/withdraw',
  params: OfKind,
  may: 'school.manage',
  about: { none: 'It shows which number is public, no pupil' },
  section: 'School',
  title: 'Withdraw what is public',
  form: withdrawPublicationForm,
  load: async ({ tx, params }) => {
    const kind = kindOfSlug(params.document);
    const last = kind === null ? null : await findPublication(tx, kind);
    const now = publicNow({ last });
    return kind === null || now === null ? null : { kind, now };
  },
  view: ({ subject: { kind, now }, attempt }) => (
    <div class="narrow">
      <BackLink href={documentHref(kind)}>{kindsOfDocument[kind].title}</BackLink>
      <PageHead
        title="Withdraw what is public"
        lead={`${kindsOfDocument[kind].title}, number ${now.number}. ${kindsOfDocument[kind].isPublic ? 'Its address then says that it was withdrawn.' : 'Governors read it no more.'}`}
      />
      <PostForm attempt={attempt} submit="Withdraw it" kind="warning">
        <HiddenField name="publicationId" value={now.publicationId} />
        <Card>
          <FormField of={fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { kind, now }, values }) => {
    if (values.publicationId !== now.publicationId) return refuse('Another number is public by now');
    const done = await withdrawPublication(tx, now, values.why);
    return done.ok ? goTo(documentHref(kind), 'Withdrawn') : refuse('It was withdrawn already');
  },
});
