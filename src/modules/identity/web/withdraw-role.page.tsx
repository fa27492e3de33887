import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawMembership } from '../commands/end-membership.ts';
import { withdrawRoleForm } from '../domain/people.form.ts';
import { roles } from '../domain/roles.ts';
import { findHeldRole, type HeldRole, heldRoleParams, lastAdministratorWords } from './find-held-role.ts';

const words = ({ member, membership }: HeldRole) =>
  `Withdraw the role ${roles[membership.role].name} of ${member.knownAs}`;

/** For a role that was given by mistake: it stops at once and stays in the history, with the reason. */
export default page({
  path: '/people/:personId/roles/:membershipId/withdraw',
  params: heldRoleParams,
  may: 'people.manage',
  about: { none: 'It shows somebody who signs in, no pupil' },
  section: 'School',
  title: (subject: HeldRole) => words(subject),
  load: ({ tx, params }) => findHeldRole(tx, params),
  form: withdrawRoleForm,
  view: ({ subject, attempt }) => (
    <div class="narrow">
      <PageHead
        title={words(subject)}
        lead="For a role that was given by mistake: it stops at once. Somebody who leaves has a last day instead."
      />
      <PostForm
        attempt={attempt}
        submit="Withdraw the role"
        kind="warning"
        cancel={{ href: `/people/${subject.member.personId}` }}
      >
        <FormField of={withdrawRoleForm.fields.why} attempt={attempt} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values }) => {
    const withdrawn = await withdrawMembership(tx, subject.membership, values.why);
    return withdrawn.ok
      ? goTo(`/people/${subject.member.personId}`, 'Role withdrawn')
      : refuse(lastAdministratorWords);
  },
});
