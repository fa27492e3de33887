import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { changeAuthority } from '../commands/keep-authority.ts';
import { authorityForm, authorityTyped } from '../domain/authority.form.ts';
import type { Authority } from '../domain/authority.ts';
import { AuthorityFields } from './authority-fields.view.tsx';
import { authoritiesHref, loadAuthority, OfAuthority, refusalWords } from './authority-of.ts';

/** Changes an authority. Its local rules move the dates that rest on them. */
export default page({
  path: '/school/authorities/:authorityId',
  params: OfAuthority,
  may: 'school.manage',
  about: { none: 'It shows an authority, no pupil' },
  section: 'School',
  title: ({ name }: Authority) => `Change ${name}`,
  load: ({ tx, params }) => loadAuthority(tx, params),
  form: authorityForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={subject.name}
        lead="Dates that rest on what is local move with it, in every open case."
      />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: authoritiesHref }}>
        <AuthorityFields authority={subject} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    if (values.version !== subject.version) return refuse(refusalWords.stale);
    const done = await changeAuthority(tx, subject, authorityTyped(values));
    return done.ok ? goTo(authoritiesHref, 'Saved') : refuse(refusalWords[done.refusal]);
  },
});
