import { hasAnyAccount } from '#src/platform/auth/accounts.ts';
import { ownAddress, withBack } from '#src/platform/auth/session.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { Warning } from '#src/ui/warning.tsx';
import { signInForm } from '../domain/sign-in.form.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { notByProvider, ProviderLinks } from './provider-links.view.tsx';
import { signInWithPassword } from './sign-in-with-password.ts';

export default openPage({
  path: '/sign-in',
  may: 'open',
  title: 'Sign in',
  form: signInForm,
  load: async ({ web, program, person }) => {
    if (person !== null) return elsewhere(web, '/');
    if (!(await hasAnyAccount(program.database.auth))) return elsewhere(web, '/set-up');
    const { providers = [] } = program.settings;
    return {
      back: ownAddress(web.req.query('then')),
      providers,
      refused: notByProvider(web.req.query('refused')),
    };
  },
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Sign in" />
      {subject.refused !== null && <Warning>{subject.refused}</Warning>}
      <Card>
        <PostForm attempt={attempt} submit="Sign in">
          <FormField of={signInForm.fields.email} attempt={attempt} />
          <FormField of={signInForm.fields.password} attempt={{ ...attempt, values: {} }} />
        </PostForm>
        <p>
          <a href="/forgotten-password">I have forgotten my password</a>
        </p>
      </Card>
      <ProviderLinks providers={subject.providers} back={subject.back} />
    </div>
  ),
  submit: async ({ web, program, subject, values }) => {
    const result = await signInWithPassword(web, program, values);
    if (!result.ok) return { errors: result.errors, status: result.status };
    if (result.awaitsCode) return { goTo: withBack('/sign-in/code', subject.back), cookies: result.cookies };
    return finishSignIn(program, { ...result, strongBy: null, back: subject.back });
  },
});
