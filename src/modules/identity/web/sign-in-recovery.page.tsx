import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import { ownAddress, withBack } from '#src/platform/auth/session.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordRecovery } from '../commands/record-own-security.ts';
import { recoveryCodeForm } from '../domain/second-step.form.ts';
import { listRecoveryCodes } from '../queries/find-second-step.ts';
import { awaitedPerson } from './awaited.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { renewSession } from './renew-session.ts';
import { slowDown } from './sign-in-with-password.ts';

const Answer = z.object({ token: z.string(), user: z.object({ id: PersonId }) });

/** The way out for whoever has no phone at hand: one of the codes they kept. Each works once. */
export default openPage({
  path: '/sign-in/recovery',
  may: 'open',
  title: 'Use a recovery code',
  form: recoveryCodeForm,
  load: async ({ web, program, person }) => {
    const back = ownAddress(web.req.query('then'));
    if (person !== null && !person.awaitsCode) return elsewhere(web, back);
    const personId = person?.personId ?? (await awaitedPerson(web, program));
    return personId === null ? elsewhere(web, withBack('/sign-in', back)) : { personId, back };
  },
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Use a recovery code" lead="One of the ten that you kept. It works once." />
      <Card>
        <PostForm
          attempt={attempt}
          submit="Go on"
          cancel={{ href: withBack('/sign-in/code', subject.back), label: 'Use a code instead' }}
        >
          <FormField of={recoveryCodeForm.fields.code} attempt={attempt} />
        </PostForm>
      </Card>
    </div>
  ),
  submit: async ({ web, program, person, subject, values }) => {
    const { personId, back } = subject;
    const { signIn } = program.throttles;
    const wait = await signIn.tries(`code of ${personId}`);
    if (wait !== null) return slowDown(wait);
    const answer = await program.auth.api.verifyBackupCode({
      body: { code: values.code.replace(/\s/g, '') },
      headers: web.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok) return { errors: { code: 'This recovery code is not right, or was used before' } };
    await signIn.forget(`code of ${personId}`);
    await recordRecovery(program, personId);
    const left = (await listRecoveryCodes(program, personId)).length;
    const flash = `Signed in. You have ${left} recovery ${left === 1 ? 'code' : 'codes'} left; your account page makes new ones.`;
    if (person !== null) {
      await renewSession(web, program, person, 'recovery');
      return { goTo: back, flash };
    }
    const { token } = Answer.parse(await answer.json());
    const cookies = answer.headers.getSetCookie();
    const done = await finishSignIn(program, { personId, token, cookies, strongBy: 'recovery', back });
    return 'goTo' in done ? { ...done, flash } : done;
  },
});
