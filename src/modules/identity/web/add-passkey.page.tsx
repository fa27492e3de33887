import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { recordOwnSecurity } from '../commands/record-own-security.ts';
import { addPasskeyForm } from '../domain/second-step.form.ts';
import { challengeFrom, newCredentialIn, noPasskeyWords } from './passkey-ceremony.ts';
import { PasskeyForm } from './passkey-form.view.tsx';
import { renewSession } from './renew-session.ts';
import { passwordWrong } from './sign-in-with-password.ts';

/** Makes a passkey on the device in hand. The session is raised by it and gets a new cookie. */
export default openPage({
  path: '/me/passkeys/new',
  may: 'signed in',
  title: 'Add a passkey',
  form: addPasskeyForm,
  load: async ({ web, program }) => ({
    challenge: await challengeFrom(
      web,
      await program.auth.api.generatePasskeyRegistrationOptions({
        headers: web.req.raw.headers,
        asResponse: true,
      }),
    ),
  }),
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Add a passkey"
        lead="On a device that only you use. It asks for your finger, face or PIN."
      />
      <Card>
        <PasskeyForm
          ceremony="create"
          challenge={subject.challenge}
          attempt={attempt}
          submit="Add the passkey"
          cancel="/me/passkeys"
        >
          <FormField of={addPasskeyForm.fields.name} attempt={attempt} />
          <FormField of={addPasskeyForm.fields.password} attempt={{ ...attempt, values: {} }} />
        </PasskeyForm>
      </Card>
    </div>
  ),
  submit: async ({ web, program, person, actor, values }) => {
    if (person === null) return { goTo: '/sign-in' };
    const wrong = await passwordWrong(web, program, { email: person.email, password: values.password });
    if (wrong !== null) return wrong;
    const response = newCredentialIn(values.credential);
    if (response === null) return { errors: { form: noPasskeyWords } };
    const answer = await program.auth.api.verifyPasskeyRegistration({
      body: { response, name: values.name },
      headers: web.req.raw.headers,
      asResponse: true,
    });
    if (!answer.ok)
      return { errors: { form: 'The passkey could not be added, or took too long. Try again' } };
    await recordOwnSecurity(program, actor, 'PasskeyAdded', { name: { before: null, after: values.name } });
    await renewSession(web, program, person, person.strongBy === null ? 'passkey' : null);
    return { goTo: '/me/passkeys', flash: 'Passkey added' };
  },
});
