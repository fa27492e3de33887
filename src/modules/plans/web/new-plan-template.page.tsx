import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addPlanTemplate } from '../commands/keep-plan-template.ts';
import { planTemplateForm, templateTyped } from '../domain/plan-template.form.ts';
import type { FaceTemplate } from '../domain/plan-template.ts';
import { shippedTemplates } from '../domain/shipped-templates.ts';
import { TemplateFields } from './template-fields.view.tsx';
import { noPartsWords, templatesHref } from './template-of-school.ts';

const [usual] = shippedTemplates;

/** A new one begins with the parts of the first shipped one. */
const begun = (): FaceTemplate => ({
  templateKey: 'new',
  lead: null,
  layout: 'pages',
  isProposed: false,
  parts: usual?.parts ?? [],
  name: '',
});

/** Adds a template of the school's own. */
export default page({
  path: '/school/plan-templates/new',
  params: z.object({}),
  may: 'school.manage',
  about: { none: 'It shows a form, no pupil' },
  section: 'School',
  title: 'New template of plans',
  load: async () => begun(),
  form: planTemplateForm,
  view: ({ subject, attempt }) => (
    <>
      <BackLink href={templatesHref}>Templates of plans</BackLink>
      <PageHead title="New template of plans" lead="Such as the plan that your authority asks for." />
      <PostForm attempt={attempt} submit="Add the template">
        <TemplateFields template={subject} version={0} attempt={attempt} />
      </PostForm>
    </>
  ),
  submit: async ({ tx, values }) => {
    const set = templateTyped(values);
    if (set === null) return refuse(noPartsWords);
    await addPlanTemplate(tx, set);
    return goTo(templatesHref, 'Template added');
  },
});
