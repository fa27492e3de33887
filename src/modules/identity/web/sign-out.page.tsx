import { openPage } from '#src/platform/http/open-page.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { emptyForm } from '../domain/sign-in.form.ts';

export default openPage({
  path: '/sign-out',
  may: 'signed in',
  isBefore: true,
  title: 'Sign out',
  form: emptyForm,
  load: async ({ program, person }) => ({ scripts: program.assets.signOut.slice(0, 1), person }),
  view: ({ subject: { scripts, person }, attempt }) => (
    <>
      <PageHead title="Sign out" />
      <p id="unsent" role="status" data-person={person?.personId} />
      {scripts.map((src) => (
        <script key={src} type="module" src={src} />
      ))}
      <PostForm attempt={attempt} submit="Sign out" cancel={{ href: '/' }} />
    </>
  ),
  submit: async ({ web, program }) => {
    const answer = await program.auth.api.signOut({ headers: web.req.raw.headers, asResponse: true });
    return { goTo: '/sign-in', flash: 'You have signed out', cookies: answer.headers.getSetCookie() };
  },
});
