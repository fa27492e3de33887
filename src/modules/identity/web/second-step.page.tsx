import { withBack } from '#src/platform/auth/session.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { ActionList } from '#src/ui/action-list.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { passwordAgainForm } from '../domain/second-step.form.ts';
import { findSecondStep, listRecoveryCodes } from '../queries/find-second-step.ts';
import { listPasskeys } from './list-passkeys.ts';
import { passwordWrong } from './sign-in-with-password.ts';

type Subject = {
  readonly isOn: boolean;
  readonly codesLeft: number;
  readonly areCodesKept: boolean;
  readonly passkeys: number;
  readonly isAsked: boolean;
};

/** Where a second step is begun, and what can be done with one. */
export default openPage({
  path: '/me/second-step',
  may: 'signed in',
  title: 'Second step of signing in',
  form: passwordAgainForm,
  load: async ({ web, program, person, actor }): Promise<Subject | null> => {
    if (person === null) return null;
    const step = await findSecondStep(program.database.auth, person.personId);
    const isOn = step?.verified === true;
    return {
      isOn,
      codesLeft: isOn ? (await listRecoveryCodes(program, person.personId)).length : 0,
      areCodesKept: step?.codesKeptAt != null,
      passkeys: (await listPasskeys(web, program)).length,
      isAsked: actor?.needsSecondStep === true && person.strongBy === null,
    };
  },
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <BackLink href="/me">Your account</BackLink>
      <PageHead
        title="Second step of signing in"
        lead="A code from your phone, besides the password: whoever learns your password still cannot get in."
      />
      {subject.isAsked && (
        <Inset>
          Your school asks for a second step of those who see the whole school.{' '}
          {subject.passkeys > 0 ? (
            <>
              You have a passkey: <a href="/sign-in/passkey">use it now</a>, or set up codes below.
            </>
          ) : (
            'Set it up now; then everything is open again.'
          )}
        </Inset>
      )}
      {subject.isOn ? <On subject={subject} /> : <Off attempt={attempt} />}
    </div>
  ),
  submit: async ({ web, program, person, subject, values }) => {
    if (person === null || subject.isOn) return { goTo: '/me/second-step' };
    const wrong = await passwordWrong(web, program, { email: person.email, password: values.password });
    if (wrong !== null) return wrong;
    const { headers } = web.req.raw;
    const begun = await program.auth.api.enableTwoFactor({ body: values, headers, asResponse: true });
    return begun.ok
      ? { goTo: '/me/second-step/confirm' }
      : { errors: { form: 'The second step could not be begun. Sign in again and try once more' } };
  },
});

function On({ subject }: { subject: Subject }) {
  const { codesLeft, areCodesKept } = subject;
  return (
    <Card title="Codes from an app are on">
      <ActionList
        items={[
          areCodesKept
            ? {
                label: 'Make new recovery codes',
                href: '/me/second-step/new-codes',
                why: `${codesLeft} of ten are left; the old ones stop working`,
              }
            : {
                label: 'Keep your recovery codes',
                href: '/me/second-step/codes',
                why: 'They open your account when your phone is lost',
              },
          {
            label: 'Switch it off',
            href: '/me/second-step/off',
            why: 'To move to another phone, switch it off and set it up again',
          },
        ]}
      />
    </Card>
  );
}

function Off({ attempt }: { attempt: Parameters<typeof PostForm>[0]['attempt'] }) {
  return (
    <Card title="Set it up">
      <p>
        You need an app that shows codes, such as the one that your phone brings, Microsoft Authenticator or
        Google Authenticator. It takes two minutes. A <a href="/me/passkeys">passkey</a> does as well.
      </p>
      <PostForm attempt={attempt} submit="Begin" cancel={{ href: '/me' }}>
        <FormField of={passwordAgainForm.fields.password} attempt={{ ...attempt, values: {} }} />
      </PostForm>
      <p class="quiet">
        You sign in with Microsoft or Google and have no password?{' '}
        <a href={withBack('/forgotten-password', '/')}>Choose one first</a>.
      </p>
    </Card>
  );
}
