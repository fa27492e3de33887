import { z } from 'zod';
import { chooseSchool } from '#src/platform/auth/accounts.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { raiseSession } from '../commands/own-sessions.ts';
import { passwordFault } from '../commands/password-strength.ts';
import { changePasswordForm } from '../domain/own-account.form.ts';
import { slowDown } from './sign-in-with-password.ts';

const { fields } = changePasswordForm;
const Answer = z.object({ token: z.string() });

/** A new password ends every other session: whoever had the old one is out. */
export default openPage({
  path: '/me/password',
  may: 'signed in',
  title: 'Change your password',
  form: changePasswordForm,
  load: async () => ({}),
  view: ({ attempt }) => {
    const blank = { ...attempt, values: {} };
    return (
      <div class="narrow">
        <PageHead title="Change your password" lead="Your other devices are signed out." />
        <Card>
          <PostForm attempt={attempt} submit="Change the password" cancel={{ href: '/me' }}>
            <FormField of={fields.current} attempt={blank} />
            <FormField of={fields.password} attempt={blank} />
          </PostForm>
        </Card>
      </div>
    );
  },
  submit: async ({ web, program, person, values }) => {
    if (person === null) return { goTo: '/sign-in' };
    const fault = await passwordFault(values.password, [person.name, person.email]);
    if (fault !== null) return { errors: { password: fault } };
    const wait = await program.throttles.signIn.tries(person.email);
    if (wait !== null) return slowDown(wait);
    const answer = await program.auth.api.changePassword({
      body: { currentPassword: values.current, newPassword: values.password, revokeOtherSessions: true },
      headers: web.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok) return { errors: { current: 'The present password is not right' } };
    await program.throttles.signIn.forget(person.email);
    // The session is a new one and must go on in the school where the old one was.
    const { token } = Answer.parse(await answer.json());
    await raiseSession(program.database.auth, token, person.strongBy);
    if (person.schoolId !== null) await chooseSchool(program.database.auth, { token }, person.schoolId);
    return { goTo: '/me', flash: 'Password changed', cookies: answer.headers.getSetCookie() };
  },
});
