import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawPlanTemplate } from '../commands/keep-plan-template.ts';
import { withdrawTemplateForm } from '../domain/plan-template.form.ts';
import { isOffered, type SchoolTemplate } from '../domain/plan-template.ts';
import { loadTemplate, OfTemplate, staleWords, templatesHref } from './template-of-school.ts';

/** Takes a template away from what is offered. */
export default page({
  path: '/school/plan-templates/:templateKey/withdraw',
  params: OfTemplate,
  may: 'school.manage',
  about: { none: 'It shows a template, no pupil' },
  section: 'School',
  title: ({ name }: SchoolTemplate) => `Withdraw the template ${name}`,
  load: ({ tx, params }) => loadTemplate(tx, params),
  form: withdrawTemplateForm,
  view: ({ subject, attempt }) => (
    <>
      <BackLink href={templatesHref}>Templates of plans</BackLink>
      <PageHead
        title={`Withdraw the template ${subject.name}`}
        lead="Plans are no longer shown through it. The plans stay as they are, and it can be offered again."
      />
      <PostForm attempt={attempt} submit="Withdraw it">
        <HiddenField name="version" value={String(subject.version)} />
        <Card>
          <FormField of={withdrawTemplateForm.fields.why} attempt={attempt} />
        </Card>
      </PostForm>
    </>
  ),
  submit: async ({ tx, subject, values }) => {
    if (!isOffered(subject)) return refuse('It is withdrawn already.');
    if (values.version !== subject.version) return refuse(staleWords);
    const done = await withdrawPlanTemplate(tx, subject, values.why);
    return done.ok ? goTo(templatesHref, 'Template withdrawn') : refuse(staleWords);
  },
});
