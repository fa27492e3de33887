import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setTrustSignInRules } from '../commands/set-sign-in-rules.ts';
import { trustSignInRulesForm } from '../domain/sign-in-rules.form.ts';
import { listWithoutSecondStep } from '../queries/find-second-step.ts';
import { findTrustRules, type TrustRules } from '../queries/find-sign-in-rules.ts';

const { fields } = trustSignInRulesForm;
type Subject = { readonly rules: TrustRules; readonly without: readonly string[] };

/** What the trust asks of its own people, in whichever of its schools they are. */
export default page({
  path: '/trust/signing-in',
  params: z.object({}),
  may: 'trust.manage',
  about: { none: 'It shows who signs in, no pupil' },
  section: 'School',
  title: 'Signing in to the trust',
  load: async ({ tx, program }): Promise<Subject | null> => {
    const rules = await findTrustRules(tx);
    if (rules === null) return null;
    const ids = rules.people.map(({ personId }) => personId);
    const without = await listWithoutSecondStep(program.database.auth, ids);
    return {
      rules,
      without: rules.people.filter(({ personId }) => without.has(personId)).map(({ knownAs }) => knownAs),
    };
  },
  form: trustSignInRulesForm,
  view: ({ subject: { rules, without }, attempt }) => (
    <div class="narrow">
      <BackLink href="/trust">{rules.name}</BackLink>
      <PageHead title="Signing in to the trust" />
      <Card>
        <PostForm attempt={attempt} submit="Save" cancel={{ href: '/trust' }}>
          <FormField
            of={fields.requiresSecondStep}
            attempt={{ ...attempt, values: {} }}
            value={rules.requiresSecondStep}
          />
          <FormField of={fields.version} attempt={{ ...attempt, values: {} }} value={rules.version} />
        </PostForm>
      </Card>
      <Card title="Who has no second step yet">
        {without.length === 0 ? (
          <p>All {rules.people.length} with a role in the trust have one.</p>
        ) : (
          <ul>
            {without.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </Card>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const { version, requiresSecondStep } = values;
    const saved = await setTrustSignInRules(tx, { ...subject.rules, version }, requiresSecondStep);
    return saved.ok
      ? goTo('/trust/signing-in', 'Saved')
      : refuse('Somebody else has changed this since you opened it. What is set now is shown');
  },
});
