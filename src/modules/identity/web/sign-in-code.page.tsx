import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import { ownAddress, withBack } from '#src/platform/auth/session.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { Details } from '#src/ui/details.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { useTimeCode } from '../commands/use-time-code.ts';
import { timeCodeForm } from '../domain/second-step.form.ts';
import { findSecondStep } from '../queries/find-second-step.ts';
import { awaitedPerson } from './awaited.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { renewSession } from './renew-session.ts';
import { slowDown } from './sign-in-with-password.ts';
import { codeFault } from './time-code-words.ts';

const Answer = z.object({ token: z.string(), user: z.object({ id: PersonId }) });

/** After the password, or after a provider: the code of the second step. Nothing is open before it. */
export default openPage({
  path: '/sign-in/code',
  may: 'open',
  title: 'Enter your code',
  form: timeCodeForm,
  load: async ({ web, program, person }) => {
    const back = ownAddress(web.req.query('then'));
    if (person !== null && !person.awaitsCode) return elsewhere(web, back);
    const personId = person?.personId ?? (await awaitedPerson(web, program));
    return personId === null ? elsewhere(web, withBack('/sign-in', back)) : { personId, back };
  },
  view: ({ subject, attempt, person }) => (
    <div class="narrow">
      <PageHead title="Enter your code" lead="The second step of signing in." />
      <Card>
        <PostForm
          attempt={attempt}
          submit="Go on"
          cancel={person === null ? { href: '/sign-in' } : undefined}
        >
          <FormField of={timeCodeForm.fields.code} attempt={{ ...attempt, values: {} }} />
        </PostForm>
        <p>
          <a href={withBack('/sign-in/recovery', subject.back)}>Use a recovery code</a> ·{' '}
          <a href={withBack('/sign-in/passkey', subject.back)}>Use a passkey</a>
          {person !== null && (
            <>
              {' · '}
              <a href="/sign-out">Sign out</a>
            </>
          )}
        </p>
        <Details summary="I have neither my phone nor a recovery code">
          <p>
            Ask the SENCO of your school. When they are sure that it is you, they reset the second step on the
            page People and roles; you then sign in with your password and set it up again.
          </p>
        </Details>
      </Card>
    </div>
  ),
  submit: async ({ web, program, person, subject, values }) => {
    const { personId, back } = subject;
    const { signIn } = program.throttles;
    const wait = await signIn.tries(`code of ${personId}`);
    if (wait !== null) return slowDown(wait);
    const step = await findSecondStep(program.database.auth, personId);
    const fault = step === null ? 'wrong' : await useTimeCode(program, step, values.code);
    if (fault !== 'good') return { errors: { code: codeFault(fault) } };
    const answer = await program.auth.api.verifyTOTP({
      body: { code: values.code.replace(/\s/g, '') },
      headers: web.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok) return { errors: { code: codeFault('wrong') } };
    await signIn.forget(`code of ${personId}`);
    if (person !== null) {
      await renewSession(web, program, person, 'code');
      return { goTo: back };
    }
    const { token } = Answer.parse(await answer.json());
    const cookies = answer.headers.getSetCookie();
    return finishSignIn(program, { personId, token, cookies, strongBy: 'code', back });
  },
});
