import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import { ownAddress } from '#src/platform/auth/session.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { dropSession } from '../commands/own-sessions.ts';
import { placeOf } from '../commands/place-of.ts';
import { usePasskeyForm } from '../domain/second-step.form.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { challengeFrom, credentialIn, noPasskeyWords } from './passkey-ceremony.ts';
import { PasskeyForm } from './passkey-form.view.tsx';
import { renewSession } from './renew-session.ts';
import { slowDown } from './sign-in-with-password.ts';

const Answer = z.object({ session: z.object({ token: z.string() }), user: z.object({ id: PersonId }) });

/** A passkey is both steps in one: it signs in, takes the second step, and unlocks the screen. */
export default openPage({
  path: '/sign-in/passkey',
  may: 'open',
  title: 'Use a passkey',
  form: usePasskeyForm,
  load: async ({ web, program }) => ({
    back: ownAddress(web.req.query('then')),
    challenge: await challengeFrom(
      web,
      await program.auth.api.generatePasskeyAuthenticationOptions({
        headers: web.req.raw.headers,
        asResponse: true,
      }),
    ),
  }),
  view: ({ subject, attempt, person }) => (
    <div class="narrow">
      <PageHead
        title="Use a passkey"
        lead="Your device asks for your finger, your face or its PIN; nothing is typed here."
      />
      <Card>
        <PasskeyForm
          ceremony="get"
          challenge={subject.challenge}
          attempt={attempt}
          submit="Use my passkey"
          cancel={person === null ? '/sign-in' : subject.back}
        />
      </Card>
    </div>
  ),
  submit: async ({ web, program, person, subject, values }) => {
    const { address } = program.throttles;
    const place = placeOf(web);
    const wait = await address.tries(place);
    if (wait !== null) return slowDown(wait);
    const response = credentialIn(values.credential);
    if (response === null) return { errors: { form: noPasskeyWords } };
    const answer = await program.auth.api.verifyPasskeyAuthentication({
      body: { response },
      headers: web.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok)
      return { errors: { form: 'This passkey is not known here, or took too long. Try again' } };
    await address.giveBack(place);
    const { session, user } = Answer.parse(await answer.json());
    if (person === null) {
      const cookies = answer.headers.getSetCookie();
      return finishSignIn(program, {
        personId: user.id,
        token: session.token,
        cookies,
        strongBy: 'passkey',
        back: subject.back,
      });
    }
    await dropSession(program.database.auth, session.token);
    if (user.id !== person.personId) return { errors: { form: 'This passkey is of somebody else' } };
    await renewSession(web, program, person, 'passkey');
    return { goTo: subject.back };
  },
});
