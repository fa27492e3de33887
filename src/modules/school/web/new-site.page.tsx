import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addSite } from '../commands/add-site.ts';
import { siteForm } from '../domain/school.form.ts';

const { fields } = siteForm;

export default page({
  path: '/school/sites/new',
  params: z.object({}),
  may: 'school.manage',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'Add a site',
  load: async () => ({}),
  form: siteForm,
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Add a site" />
      <PostForm attempt={attempt} submit="Add" cancel={{ href: '/school/sites' }}>
        <FormField of={fields.name} attempt={attempt} />
        <FormField of={fields.address} attempt={attempt} />
        <FormField of={fields.isMain} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const added = await addSite(tx, values);
    return added.ok
      ? goTo('/school/sites', 'Site added')
      : refuse({ name: 'There is already a site of this name' });
  },
});
