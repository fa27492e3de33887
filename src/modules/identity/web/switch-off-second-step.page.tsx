import { chooseSchool } from '#src/platform/auth/accounts.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { raiseSession } from '../commands/own-sessions.ts';
import { recordOwnSecurity } from '../commands/record-own-security.ts';
import { passwordAgainForm } from '../domain/second-step.form.ts';
import { findSecondStep } from '../queries/find-second-step.ts';
import { tokenIn } from './finish-sign-in.ts';
import { passwordWrong } from './sign-in-with-password.ts';

/** Back to the password alone, by the password. Where the school asks for a second step, it asks again at once. */
export default openPage({
  path: '/me/second-step/off',
  may: 'signed in',
  title: 'Switch the second step off',
  form: passwordAgainForm,
  load: async ({ web, program, person }) => {
    const step = person === null ? null : await findSecondStep(program.database.auth, person.personId);
    return step?.verified === true ? {} : elsewhere(web, '/me/second-step');
  },
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead
        title="Switch the second step off"
        lead="The codes of your app and your recovery codes stop working. Where your school asks for a second step, you are asked to set it up again."
      />
      <Card>
        <PostForm
          attempt={attempt}
          submit="Switch it off"
          kind="warning"
          cancel={{ href: '/me/second-step' }}
        >
          <FormField of={passwordAgainForm.fields.password} attempt={{ ...attempt, values: {} }} />
        </PostForm>
      </Card>
    </div>
  ),
  submit: async ({ web, program, person, actor, values }) => {
    if (person === null) return { goTo: '/sign-in' };
    const wrong = await passwordWrong(web, program, { email: person.email, password: values.password });
    if (wrong !== null) return wrong;
    const { headers } = web.req.raw;
    const answer = await program.auth.api.disableTwoFactor({ body: values, headers, asResponse: true });
    if (!answer.ok)
      return { errors: { form: 'It could not be switched off. Sign in again and try once more' } };
    const cookies = answer.headers.getSetCookie();
    const token = tokenIn(cookies);
    const pool = program.database.auth;
    if (person.strongBy === 'passkey') await raiseSession(pool, token, 'passkey');
    if (person.schoolId !== null) await chooseSchool(pool, { token }, person.schoolId);
    await recordOwnSecurity(program, actor, 'SecondStepSwitchedOff');
    return { goTo: '/me/second-step', flash: 'The second step is off', cookies };
  },
});
