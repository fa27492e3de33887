import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { recordOwnSecurity } from '../commands/record-own-security.ts';
import { keepCodes } from '../commands/use-time-code.ts';
import { passwordAgainForm } from '../domain/second-step.form.ts';
import { findSecondStep } from '../queries/find-second-step.ts';
import { passwordWrong } from './sign-in-with-password.ts';

/** Ten new codes in the place of the old. */
export default openPage({
  path: '/me/second-step/new-codes',
  may: 'signed in',
  title: 'Make new recovery codes',
  form: passwordAgainForm,
  load: async ({ web, program, person }) => {
    const step = person === null ? null : await findSecondStep(program.database.auth, person.personId);
    return step?.verified === true ? {} : elsewhere(web, '/me/second-step');
  },
  view: ({ attempt }) => (
    <div class="narrow">
      <PageHead title="Make new recovery codes" lead="The old ones stop working." />
      <Card>
        <PostForm attempt={attempt} submit="Make ten new codes" cancel={{ href: '/me/second-step' }}>
          <FormField of={passwordAgainForm.fields.password} attempt={{ ...attempt, values: {} }} />
        </PostForm>
      </Card>
    </div>
  ),
  submit: async ({ web, program, person, actor, values }) => {
    if (person === null) return { goTo: '/sign-in' };
    const wrong = await passwordWrong(web, program, { email: person.email, password: values.password });
    if (wrong !== null) return wrong;
    await program.auth.api.generateBackupCodes({ body: values, headers: web.req.raw.headers });
    await keepCodes(program.database.auth, person.personId, false);
    await recordOwnSecurity(program, actor, 'RecoveryCodesMade');
    return { goTo: '/me/second-step/codes' };
  },
});
