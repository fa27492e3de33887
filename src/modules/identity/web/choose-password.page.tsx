import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { passwordFault } from '../commands/password-strength.ts';
import { placeOf } from '../commands/place-of.ts';
import { choosePasswordForm } from '../domain/sign-in.form.ts';
import { slowDown } from './sign-in-with-password.ts';

/** Where the link in the mail leads. It works once; every session that was open ends. */
export default openPage({
  path: '/choose-password/:token',
  may: 'open',
  title: 'Choose a password',
  form: choosePasswordForm,
  load: async ({ web }) => ({ token: web.req.param('token') ?? '' }),
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Choose a password" />
      <Card>
        <PostForm attempt={attempt} submit="Save">
          <FormField of={choosePasswordForm.fields.password} attempt={{ ...attempt, values: {} }} />
        </PostForm>
        <p>
          <a href="/forgotten-password">Ask for another link</a>
        </p>
      </Card>
    </div>
  ),
  submit: async ({ web, program, subject, values }) => {
    const fault = await passwordFault(values.password, []);
    if (fault !== null) return { errors: { password: fault } };
    const wait = await program.throttles.address.tries(placeOf(web));
    if (wait !== null) return slowDown(wait);
    const answer = await program.auth.api.resetPassword({
      body: { newPassword: values.password, token: subject.token },
      asResponse: true,
    });
    return answer.ok
      ? { goTo: '/sign-in', flash: 'Password saved. Sign in with it.' }
      : { errors: { form: 'This link has been used or is too old. Ask for another' } };
  },
});
