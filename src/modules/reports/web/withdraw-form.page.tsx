import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawForm } from '../commands/keep-form.ts';
import { withdrawFormForm } from '../domain/forms.form.ts';
import { findForm, type KnownForm } from '../queries/list-forms.ts';
import { aboutNobody, changedSince, formHref, formsHref, OfOwnForm } from './form-of.ts';

type Subject = Extract<KnownForm, { kind: 'own' }>;

/** Withdraws a form of the school, with the reason. What was filled with it stays. */
export default page({
  path: '/school/forms/:formTemplateId/withdraw',
  params: OfOwnForm,
  may: 'form.fill',
  about: aboutNobody,
  section: 'School',
  title: ({ name }: Subject) => `Withdraw ${name}`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const form = await findForm(tx, params.formTemplateId);
    return form?.kind === 'own' && form.withdrawnWhy === null ? form : null;
  },
  form: withdrawFormForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={`Withdraw ${subject.name}`}
        lead="It is offered no more. Forms that were filled stay."
      />
      <PostForm attempt={attempt} submit="Withdraw the form" cancel={{ href: formHref(subject.key) }}>
        <HiddenField name="version" value={String(subject.version)} />
        <FormField of={withdrawFormForm.fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const done = await withdrawForm(tx, subject, values);
    return done.ok ? goTo(formsHref, 'Form withdrawn') : refuse(changedSince);
  },
});
