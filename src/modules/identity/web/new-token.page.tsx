import { z } from 'zod';
import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { makeToken } from '../commands/make-token.ts';
import { newTokenForm } from '../domain/api-token.form.ts';
import { longestUntil, rolesForPrograms } from '../domain/api-token.ts';
import { type RoleName, roles } from '../domain/roles.ts';

const { fields } = newTokenForm;

type Subject = { readonly given: readonly RoleName[]; readonly latest: SchoolDate };

const wording = (latest: SchoolDate) => ({
  in_past: { untilOn: 'Until must be today or later' },
  too_long: { untilOn: `Until must be ${longDate(latest)} or earlier` },
  name_taken: { name: 'A token of this name works already. Revoke it first, or choose another name' },
});

/** Makes a token for a program of somebody else's. Its text is shown once, on the page that comes next. */
export default page({
  path: '/school/programs/new',
  params: z.object({}),
  may: 'people.manage',
  about: { none: 'It shows a form, no pupil' },
  section: 'School',
  title: 'Make a token',
  load: async ({ tx, actor }): Promise<Subject> => ({
    given: rolesForPrograms(actor),
    latest: longestUntil(tx.scope.today),
  }),
  form: newTokenForm,
  view: ({ subject: { given, latest }, attempt }) => (
    <div class="narrow">
      <PageHead
        title="Make a token"
        lead="Whoever holds it sees and does what its role may, until it ends or is revoked. Give each program its own."
      />
      <PostForm attempt={attempt} submit="Make the token" cancel={{ href: '/school/programs' }}>
        <FormField of={fields.name} attempt={attempt} />
        <FormField
          of={fields.role}
          attempt={attempt}
          options={given.map((role) => ({ value: role, label: roles[role].name }))}
        />
        <FormField of={fields.use} attempt={attempt} value="read" />
        <FormField of={fields.untilOn} attempt={attempt} value={latest} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { given, latest }, values: { use, ...values } }) => {
    const role = given.find((one) => one === values.role);
    if (role === undefined) return refuse({ role: 'Select a role' });
    const made = await makeToken(tx, { ...values, role, isReadOnly: use === 'read' });
    return made.ok
      ? goTo('/school/programs', `Copy the token now, it is shown this once: ${made.value.token}`)
      : refuse(wording(latest)[made.refusal]);
  },
});
