import { chooseSchool } from '#src/platform/auth/accounts.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { QrCode } from '#src/ui/qr-code.tsx';
import { raiseSession } from '../commands/own-sessions.ts';
import { recordOwnSecurity } from '../commands/record-own-security.ts';
import { useTimeCode } from '../commands/use-time-code.ts';
import { inFours, keyOf, otpAddress } from '../domain/otp-address.ts';
import { timeCodeForm } from '../domain/second-step.form.ts';
import { findSecondStep, type SecondStep, secretOf } from '../queries/find-second-step.ts';
import { tokenIn } from './finish-sign-in.ts';
import { slowDown } from './sign-in-with-password.ts';
import { codeFault } from './time-code-words.ts';

type Subject = { readonly step: SecondStep; readonly key: string; readonly address: string };

/** Shows the key to the phone, once, and counts only when the phone has answered with a code. */
export default openPage({
  path: '/me/second-step/confirm',
  may: 'signed in',
  title: 'Show the key to your phone',
  form: timeCodeForm,
  load: async ({ web, program, person }): Promise<Subject | Response> => {
    const step = person === null ? null : await findSecondStep(program.database.auth, person.personId);
    if (person === null || step === null || step.verified !== false) return elsewhere(web, '/me/second-step');
    const key = keyOf(await secretOf(program, step));
    return { step, key, address: otpAddress(key, person.email) };
  },
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Show the key to your phone" />
      <Card>
        <ol class="steps">
          <li>
            <p>Open the app on your phone, choose to add an account, and let it read this picture.</p>
            <QrCode text={subject.address} label="The key as a picture for your app" />
            <p>
              Or type this key into the app: <b class="key">{inFours(subject.key)}</b>
            </p>
          </li>
          <li>
            <PostForm
              attempt={attempt}
              submit="Switch the second step on"
              cancel={{ href: '/me/second-step' }}
            >
              <FormField
                of={{ ...timeCodeForm.fields.code, label: 'The code that the app shows now' }}
                attempt={{ ...attempt, values: {} }}
              />
            </PostForm>
          </li>
        </ol>
      </Card>
    </div>
  ),
  submit: async ({ web, program, person, actor, subject, values }) => {
    if (person === null) return { goTo: '/sign-in' };
    const { signIn } = program.throttles;
    const wait = await signIn.tries(`code of ${person.personId}`);
    if (wait !== null) return slowDown(wait);
    const fault = await useTimeCode(program, subject.step, values.code);
    if (fault !== 'good') return { errors: { code: codeFault(fault) } };
    const answer = await program.auth.api.verifyTOTP({
      body: { code: values.code.replace(/\s/g, '') },
      headers: web.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok) return { errors: { code: codeFault('wrong') } };
    await signIn.forget(`code of ${person.personId}`);
    // The library has given the session a new token: what was copied before opens nothing.
    const cookies = answer.headers.getSetCookie();
    const token = tokenIn(cookies);
    const pool = program.database.auth;
    await raiseSession(pool, token, 'code');
    if (person.schoolId !== null) await chooseSchool(pool, { token }, person.schoolId);
    await recordOwnSecurity(program, actor, 'SecondStepSetUp');
    return { goTo: '/me/second-step/codes', flash: 'The second step is on', cookies };
  },
});
