import { z } from 'zod';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { setSignInRules } from '../commands/set-sign-in-rules.ts';
import type { SchoolMember } from '../domain/member.ts';
import { type SignInRules, signInRulesForm } from '../domain/sign-in-rules.form.ts';
import { listWithoutSecondStep } from '../queries/find-second-step.ts';
import { getSignInRules, listWhoSeeAll } from '../queries/find-sign-in-rules.ts';

const { fields } = signInRulesForm;
export const changedSince =
  'Somebody else has changed this since you opened it. What is set now is shown; change it again if you still want to';

type Subject = {
  readonly rules: SignInRules;
  readonly asked: number;
  readonly without: readonly SchoolMember[];
};

/** What the school asks of those who sign in, and who does not have it yet. */
export default page({
  path: '/school/signing-in',
  params: z.object({}),
  may: 'people.manage',
  about: { none: 'It shows who signs in, no pupil' },
  section: 'School',
  title: 'Signing in',
  load: async ({ tx, program }): Promise<Subject> => {
    const rules = await getSignInRules(tx);
    const members = await listWhoSeeAll(tx);
    const ids = members.map(({ personId }) => personId);
    const without = await listWithoutSecondStep(program.database.auth, ids);
    return {
      rules,
      asked: members.length,
      without: members.filter(({ personId }) => without.has(personId)),
    };
  },
  form: signInRulesForm,
  view: ({ subject: { rules, asked, without }, attempt }) => {
    const isLate = attempt.errors.form === changedSince;
    const drawn = isLate ? { ...attempt, values: {} } : attempt;
    return (
      <div class="narrow">
        <BackLink href="/school">School</BackLink>
        <PageHead title="Signing in" />
        <Card>
          <PostForm attempt={{ ...drawn, errors: attempt.errors }} submit="Save" cancel={{ href: '/school' }}>
            <FormField of={fields.requiresSecondStep} attempt={drawn} value={rules.requiresSecondStep} />
            <FormField of={fields.idleMinutes} attempt={drawn} value={rules.idleMinutes} />
            <FormField of={fields.version} attempt={drawn} value={rules.version} />
          </PostForm>
        </Card>
        <Card title="Who has no second step yet">
          {without.length === 0 ? (
            <p>{asked === 0 ? 'Nobody sees the whole school today.' : `All ${asked} have one.`}</p>
          ) : (
            <>
              <p>
                {without.length} of {asked} who see the whole school.{' '}
                {rules.requiresSecondStep
                  ? 'They are led to set it up when they next open a page.'
                  : 'When it is asked for, they are led to set it up at once.'}
              </p>
              <ul>
                {without.map(({ personId, knownAs }) => (
                  <li key={personId}>
                    <a href={`/people/${personId}`}>{knownAs}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
      </div>
    );
  },
  submit: async ({ tx, subject, values }) => {
    const { version, ...set } = values;
    const saved = await setSignInRules(tx, { ...subject.rules, version }, set);
    return saved.ok ? goTo('/school/signing-in', 'Saved') : refuse(changedSince);
  },
});
