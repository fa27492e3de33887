import { elsewhere, openPage } from '#src/platform/http/open-page.tsx';
import { Card } from '#src/ui/card.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { keepCodes } from '../commands/use-time-code.ts';
import { emptyForm } from '../domain/sign-in.form.ts';
import { findSecondStep, listRecoveryCodes } from '../queries/find-second-step.ts';

/** The ten codes, shown until the person says that they are kept and never after. The page prints as a slip. */
export default openPage({
  path: '/me/second-step/codes',
  may: 'signed in',
  title: 'Your recovery codes',
  form: emptyForm,
  load: async ({ web, program, person }) => {
    const step = person === null ? null : await findSecondStep(program.database.auth, person.personId);
    if (person === null || step?.verified !== true || step.codesKeptAt !== null)
      return elsewhere(web, '/me/second-step');
    return { codes: await listRecoveryCodes(program, person.personId), email: person.email };
  },
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Your recovery codes"
        lead="Print this page or write the codes down, and keep them away from your phone. They are not shown again."
      />
      <Card title={`Sendero, ${subject.email}`}>
        <ol class="codes">
          {subject.codes.map((code) => (
            <li key={code}>
              <b class="key">{code}</b>
            </li>
          ))}
        </ol>
        <p>Each opens your account once, after the password, when your phone is not at hand.</p>
      </Card>
      <PostForm attempt={attempt} submit="I have kept them" />
    </div>
  ),
  submit: async ({ program, person }) => {
    if (person !== null) await keepCodes(program.database.auth, person.personId, true);
    return { goTo: '/', flash: 'Recovery codes kept' };
  },
});
