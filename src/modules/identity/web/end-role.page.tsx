import type { SchoolDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { endMembership } from '../commands/end-membership.ts';
import { endRoleForm } from '../domain/people.form.ts';
import { roles } from '../domain/roles.ts';
import { findHeldRole, type HeldRole, heldRoleParams, lastAdministratorWords } from './find-held-role.ts';

const wording = {
  before_start: 'The last day must be on or after the first. Withdraw a role that was given by mistake',
  ends_earlier: 'The role ends before this day. Give it again from the day after',
  last_administrator: lastAdministratorWords,
};

type Subject = HeldRole & { readonly today: SchoolDate };
const words = ({ member, membership }: HeldRole) =>
  `End the role ${roles[membership.role].name} of ${member.knownAs}`;

export default page({
  path: '/people/:personId/roles/:membershipId/end',
  params: heldRoleParams,
  may: 'people.manage',
  about: { none: 'It shows somebody who signs in, no pupil' },
  section: 'School',
  title: (subject: Subject) => words(subject),
  load: async ({ tx, params }): Promise<Subject | null> => {
    const held = await findHeldRole(tx, params);
    return held === null ? null : { ...held, today: tx.scope.today };
  },
  form: endRoleForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead title={words(subject)} lead="It opens nothing from the day after." />
      <PostForm attempt={attempt} submit="Save" cancel={{ href: `/people/${subject.member.personId}` }}>
        <FormField
          of={endRoleForm.fields.untilOn}
          attempt={attempt}
          value={subject.membership.untilOn ?? subject.today}
        />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const ended = await endMembership(tx, subject.membership, values.untilOn);
    return ended.ok
      ? goTo(`/people/${subject.member.personId}`, 'Last day saved')
      : refuse({ untilOn: wording[ended.refusal] });
  },
});
