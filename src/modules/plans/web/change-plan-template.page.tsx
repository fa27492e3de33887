import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Details } from '#src/ui/details.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changePlanTemplate } from '../commands/keep-plan-template.ts';
import { planTemplateForm, templateTyped } from '../domain/plan-template.form.ts';
import type { SchoolTemplate } from '../domain/plan-template.ts';
import { TemplateFields, TemplateParts } from './template-fields.view.tsx';
import { loadTemplate, noPartsWords, OfTemplate, staleWords, templatesHref } from './template-of-school.ts';

/** Changes a template: its name, and which parts it shows, where and under which headings. */
export default page({
  path: '/school/plan-templates/:templateKey',
  params: OfTemplate,
  may: 'school.manage',
  about: { none: 'It shows a template, no pupil' },
  section: 'School',
  title: ({ name }: SchoolTemplate) => `Template: ${name}`,
  load: ({ tx, params }) => loadTemplate(tx, params),
  form: planTemplateForm,
  view: ({ subject, attempt }) => (
    <>
      <BackLink href={templatesHref}>Templates of plans</BackLink>
      <PageHead
        title={`Template: ${subject.name}`}
        lead="Every plan shown through it changes at once. Nothing in the plans changes."
      />
      {Object.keys(attempt.errors).length > 0 && (
        <Details summary="As the template stands now" isOpen={attempt.errors.form === staleWords}>
          <p>{[subject.name, subject.lead].filter(Boolean).join(': ')}</p>
          <TemplateParts template={subject} />
        </Details>
      )}
      <PostForm attempt={attempt} submit="Save the template">
        <TemplateFields template={subject} version={subject.version} attempt={attempt} />
      </PostForm>
    </>
  ),
  submit: async ({ tx, subject, values }) => {
    const set = templateTyped(values);
    if (set === null) return refuse(noPartsWords);
    if (values.version !== subject.version) return refuse(staleWords);
    const changed = await changePlanTemplate(tx, subject, set);
    return changed.ok ? goTo(templatesHref, 'Template saved') : refuse(staleWords);
  },
});
