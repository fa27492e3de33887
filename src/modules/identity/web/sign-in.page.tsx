import { chooseSchool, hasAnyAccount } from '#src/platform/auth/accounts.ts';
import { ownAddress } from '#src/platform/auth/session.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { signInForm } from '../domain/sign-in.form.ts';
import { listPlaces } from '../queries/list-places.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

export default openPage({
  path: '/sign-in',
  may: 'open',
  title: 'Sign in',
  form: signInForm,
  load: async ({ web, program, person }) => {
    if (person !== null) return elsewhere(web, '/');
    if (!(await hasAnyAccount(program.database.auth))) return elsewhere(web, '/set-up');
    return { back: ownAddress(web.req.query('then')) };
  },
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Sign in" />
      <Card>
        <PostForm attempt={attempt} submit="Sign in">
          <FormField of={signInForm.fields.email} attempt={attempt} />
          <FormField of={signInForm.fields.password} attempt={{ ...attempt, values: {} }} />
        </PostForm>
        <p>
          <a href="/forgotten-password">I have forgotten my password</a>
        </p>
      </Card>
    </div>
  ),
  submit: async ({ web, program, subject, values }) => {
    const result = await signInWithPassword(web, program, values);
    if (!result.ok) return { errors: result.errors, status: result.status };
    const places = await listPlaces(program, result.personId, program.clock.today());
    const [only] = places;
    if (only !== undefined && places.length === 1) {
      await chooseSchool(program.database.auth, { token: result.token }, only.schoolId);
    }
    return { goTo: places.length === 1 ? subject.back : '/schools', cookies: result.cookies };
  },
});
