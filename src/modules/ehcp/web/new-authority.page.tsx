import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { addAuthority } from '../commands/keep-authority.ts';
import { authorityForm, authorityTyped } from '../domain/authority.form.ts';
import { AuthorityFields } from './authority-fields.view.tsx';
import { authoritiesHref, refusalWords } from './authority-of.ts';

/** Adds an authority that the school works with. */
export default page({
  path: '/school/authorities/new',
  params: z.object({}),
  may: 'school.manage',
  about: { none: 'It shows a form, no pupil' },
  section: 'School',
  title: 'Add an authority',
  load: async () => ({}),
  form: authorityForm,
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Add an authority" />
      <PostForm attempt={attempt} submit="Add it" cancel={{ href: authoritiesHref }}>
        <AuthorityFields authority={null} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, values }) => {
    const done = await addAuthority(tx, authorityTyped(values));
    return done.ok ? goTo(authoritiesHref, 'Authority added') : refuse({ name: refusalWords[done.refusal] });
  },
});
