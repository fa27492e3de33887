import { sendPasswordLink } from '#src/platform/auth/accounts.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { log } from '#src/platform/log/log.ts';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { placeOf } from '../commands/place-of.ts';
import { forgottenPasswordForm } from '../domain/own-account.form.ts';
import { slowDown } from './sign-in-with-password.ts';

/** Never tells whether an address is known: not by its words, nor by how long it takes. */
export default openPage({
  path: '/forgotten-password',
  may: 'open',
  title: 'Forgotten password',
  form: forgottenPasswordForm,
  load: async () => ({}),
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Forgotten password" lead="A link to choose a new one is sent to your email address." />
      <Card>
        <PostForm attempt={attempt} submit="Send the link" cancel={{ href: '/sign-in' }}>
          <FormField of={forgottenPasswordForm.fields.email} attempt={attempt} />
        </PostForm>
      </Card>
    </div>
  ),
  submit: async ({ web, program, values }) => {
    const { address, signIn } = program.throttles;
    const wait = (await address.tries(placeOf(web))) ?? (await signIn.tries(`link for ${values.email}`));
    if (wait !== null) return slowDown(wait);
    // Not waited for: the time that sending takes would tell that somebody has this address.
    sendPasswordLink(program.auth, values.email).catch(() =>
      log.error('a link to choose a password was not sent'),
    );
    return {
      goTo: '/sign-in',
      flash: 'If the address is known here, a link to choose a password is on its way to it.',
    };
  },
});
