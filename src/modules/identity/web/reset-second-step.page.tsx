import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { resetSecondStep } from '../commands/reset-second-step.ts';
import { resetSecondStepForm } from '../domain/second-step.form.ts';
import { findSignInOf, personParams, type SignInOfPerson } from './sign-in-of-person.ts';

const words = ({ member }: SignInOfPerson) => `Reset the second step of ${member.knownAs}`;

/** For somebody who lost phone, passkeys and recovery codes. They are told by mail, so that a false request shows. */
export default page({
  path: '/people/:personId/reset-second-step',
  params: personParams,
  may: 'people.manage',
  about: { none: 'It shows somebody who signs in, no pupil' },
  section: 'School',
  title: words,
  load: ({ tx, params, program }) => findSignInOf(tx, program, params),
  form: resetSecondStepForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={words(subject)}
        lead="Be sure that it is them: speak with them in person or ring a number that you know. They are signed out everywhere and told by mail; then their password alone opens the account until they set it up again."
      />
      <Card>
        {subject.hasSecondStep ? (
          <PostForm
            attempt={attempt}
            submit="Reset it"
            kind="warning"
            cancel={{ href: `/people/${subject.member.personId}` }}
          >
            <FormField of={resetSecondStepForm.fields.why} attempt={attempt} />
          </PostForm>
        ) : (
          <p>
            There is nothing to reset: {subject.member.knownAs} has neither codes nor a passkey.{' '}
            <a href={`/people/${subject.member.personId}`}>Back</a>
          </p>
        )}
      </Card>
    </div>
  ),
  submit: async ({ tx, program, subject, values }) => {
    const { member, email, hasSecondStep } = subject;
    if (!hasSecondStep) return refuse('There is nothing to reset');
    await resetSecondStep(tx, program, { member, email, why: values.why });
    return goTo(`/people/${member.personId}`, 'Second step reset, and everybody signed out of the account');
  },
});
