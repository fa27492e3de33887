import { ownAddress, withBack } from '#src/platform/auth/session.ts';
import { isIdle } from '#src/platform/auth/standing.ts';
import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { passwordAgainForm } from '../domain/second-step.form.ts';
import { renewSession } from './renew-session.ts';
import { passwordWrong } from './sign-in-with-password.ts';

/** What stands on a screen that nobody has used for a while. It leads back to where one was. */
export default openPage({
  path: '/locked',
  may: 'signed in',
  isBefore: true,
  title: 'Locked',
  form: passwordAgainForm,
  load: async ({ web, program, person, actor }) => {
    const back = ownAddress(web.req.query('then'));
    if (person === null) return null;
    if (person.awaitsCode) return elsewhere(web, withBack('/sign-in/code', back));
    if (!isIdle(person, actor)) return elsewhere(web, back);
    return { back, email: person.email, providers: program.settings.providers ?? [] };
  },
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title="Locked" lead={`${subject.email} has been away for a while.`} />
      <Card>
        <PostForm attempt={attempt} submit="Unlock" cancel={{ href: '/sign-out', label: 'Sign out' }}>
          <FormField of={passwordAgainForm.fields.password} attempt={{ ...attempt, values: {} }} />
        </PostForm>
        <p>
          <a href={withBack('/sign-in/passkey', subject.back)}>Use a passkey</a>
          {subject.providers.map(({ id, name }) => (
            <>
              {' · '}
              <a key={id} href={withBack(`/sign-in/with/${id}`, subject.back)}>
                Sign in with {name}
              </a>
            </>
          ))}
        </p>
      </Card>
    </div>
  ),
  submit: async ({ web, program, person, subject, values }) => {
    if (person === null) return { goTo: '/sign-in' };
    const wrong = await passwordWrong(web, program, { email: person.email, password: values.password });
    if (wrong !== null) return wrong;
    await renewSession(web, program, person);
    return { goTo: subject.back };
  },
});
