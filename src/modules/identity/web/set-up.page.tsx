import { email, form, optionalText, password, text } from '#src/kernel/form.ts';
import { schoolFields } from '#src/modules/school/index.ts';
import { chooseSchool, hasAnyAccount } from '#src/platform/auth/accounts.ts';
import { openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { passwordFault } from '../commands/password-strength.ts';
import { setUp } from '../commands/set-up.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const setUpForm = form({
  ...schoolFields,
  trustName: optionalText({
    label: 'Name of the trust',
    hint: 'Leave blank for a single school. More schools can be added to a trust later.',
    max: 200,
  }),
  name: text({
    label: 'Your name',
    hint: 'As colleagues know you, such as Mrs Doyle',
    max: 100,
    autocomplete: 'name',
  }),
  email: email({ label: 'Your email address' }),
  password: password({
    label: 'Password',
    hint: '12 characters or more. Three unrelated words work well.',
    isNew: true,
  }),
});
const { fields } = setUpForm;

export default openPage({
  path: '/set-up',
  may: 'open',
  title: 'Set up Sendero',
  form: setUpForm,
  load: async ({ program }) => ((await hasAnyAccount(program.database.auth)) ? null : {}),
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Set up Sendero" lead="Your school, and you as its first administrator." />
      <PostForm attempt={attempt} submit="Set up">
        <Card title="School">
          <FormField of={fields.schoolName} attempt={attempt} />
          <FormField of={fields.urn} attempt={attempt} />
          <FormField of={fields.laestab} attempt={attempt} />
          <FormField of={fields.phase} attempt={attempt} />
          <FormField of={fields.trustName} attempt={attempt} />
        </Card>
        <Card title="You">
          <FormField of={fields.name} attempt={attempt} />
          <FormField of={fields.email} attempt={attempt} />
          <FormField of={fields.password} attempt={attempt} />
        </Card>
      </PostForm>
    </div>
  ),
  submit: async ({ web, program, values }) => {
    const fault = await passwordFault(values.password, [values.name, values.email, values.schoolName]);
    if (fault !== null) return { errors: { password: fault } };
    const done = await setUp(program, {
      trustName: values.trustName,
      school: { name: values.schoolName, urn: values.urn, laestab: values.laestab, phase: values.phase },
      administrator: values,
    });
    if (!done.ok)
      return { errors: { form: 'Somebody else has just set up Sendero. Ask them for an account.' } };
    const signedIn = await signInWithPassword(web, program, values);
    if (!signedIn.ok || signedIn.awaitsCode) return { goTo: '/sign-in' };
    await chooseSchool(program.database.auth, { token: signedIn.token }, done.value);
    return {
      goTo: '/imports/new',
      cookies: signedIn.cookies,
      flash: 'Sendero is ready. Bring in your pupils next.',
    };
  },
});
