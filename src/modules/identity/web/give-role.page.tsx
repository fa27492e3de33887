import { z } from 'zod';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { PersonId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { giveMembership } from '../commands/give-membership.ts';
import type { SchoolMember } from '../domain/member.ts';
import { newRoleForm } from '../domain/people.form.ts';
import { findMember } from '../queries/list-members.ts';

const { fields } = newRoleForm;
type Subject = { readonly member: SchoolMember; readonly today: SchoolDate };

export default page({
  path: '/people/:personId/roles/new',
  params: z.object({ personId: PersonId }),
  may: 'people.manage',
  about: { none: 'It shows somebody who signs in, no pupil' },
  section: 'School',
  title: ({ member }: Subject) => `Give ${member.knownAs} a role`,
  load: async ({ tx, params }): Promise<Subject | null> => {
    const member = await findMember(tx, params.personId);
    return member === null ? null : { member, today: tx.scope.today };
  },
  form: newRoleForm,
  view: ({ subject: { member, today }, attempt }) => (
    <div class="narrow">
      <PageHead title={`Give ${member.knownAs} a role`} lead="Roles add up." />
      <PostForm attempt={attempt} submit="Give the role" cancel={{ href: `/people/${member.personId}` }}>
        <FormField of={fields.role} attempt={attempt} />
        <FormField of={fields.fromOn} attempt={attempt} value={today} />
        <FormField of={fields.untilOn} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { member }, values }) => {
    if (values.untilOn !== undefined && values.untilOn < values.fromOn)
      return refuse({ untilOn: 'The last day must be on or after the first day' });
    const given = await giveMembership(tx, { ...member, ...values });
    return given.ok
      ? goTo(`/people/${member.personId}`, 'Role given')
      : refuse({ role: 'They hold this role already on some of these days' });
  },
});
