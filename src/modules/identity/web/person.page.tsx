import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { listStaff, type StaffMember, staffName } from '#src/modules/school/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';
import type { Membership, SchoolMember } from '../domain/member.ts';
import { roles } from '../domain/roles.ts';
import { findMember } from '../queries/list-members.ts';
import { personParams, type SignInOfPerson, signInOf } from './sign-in-of-person.ts';
import { signInRows } from './sign-in-rows.ts';

const columns = [
  { key: 'role', label: 'Role', isRowHead: true },
  { key: 'from', label: 'From' },
  { key: 'until', label: 'Until' },
  { key: 'deed', label: 'Change' },
] as const;

type Subject = {
  readonly member: SchoolMember;
  readonly signIn: SignInOfPerson | null;
  readonly staff: StaffMember | null;
  readonly today: SchoolDate;
};

const roleRow = (today: SchoolDate) => (one: Membership) => {
  const address = `/people/${one.personId}/roles/${one.membershipId}`;
  const { name } = roles[one.role];
  return {
    role: name,
    from: middleDate(one.fromOn),
    until: one.untilOn === null ? '–' : middleDate(one.untilOn),
    deed: (
      <>
        {(one.untilOn === null || one.untilOn >= today) && (
          <>
            <a href={`${address}/end`}>
              End<span class="govuk-visually-hidden"> the role {name}</span>
            </a>{' '}
            ·{' '}
          </>
        )}
        <a href={`${address}/withdraw`}>
          Withdraw<span class="govuk-visually-hidden"> the role {name}</span>
        </a>
      </>
    ),
  };
};

/** One person at this school: the name they go by, their roles, and whether they are in the staff list. */
export default page({
  path: '/people/:personId',
  params: personParams,
  may: 'people.manage',
  about: { none: 'It shows somebody who signs in, no pupil' },
  section: 'School',
  title: ({ member }: Subject) => member.knownAs,
  load: async ({ tx, params, program }): Promise<Subject | null> => {
    const { personId } = params;
    const member = await findMember(tx, personId);
    if (member === null) return null;
    const signIn = await signInOf(program, member);
    const staff = (await listStaff(tx, null)).find((one) => one.personId === personId) ?? null;
    return { member, signIn, staff, today: tx.scope.today };
  },
  view: ({ subject: { member, signIn, staff, today } }) => {
    const address = `/people/${member.personId}`;
    const inStaffList =
      staff === null ? (
        'No'
      ) : (
        <a href={`/school/staff/${staff.staffId}`}>{`${staffName(staff)}, ${staff.post}`}</a>
      );
    return (
      <>
        <PageHead
          title={member.knownAs}
          lead={<a href="/people">People and roles</a>}
          actions={<LinkButton href={`${address}/roles/new`}>Give a role</LinkButton>}
        />
        <Card>
          <SummaryList
            rows={[
              {
                key: 'Known here as',
                value: member.knownAs,
                actions: [{ label: 'Change', about: 'the name', href: `${address}/rename` }],
              },
              ...signInRows(signIn),
              {
                key: 'In the staff list',
                value: inStaffList,
                actions: [
                  { label: 'Change', about: 'who they are in the staff list', href: `${address}/staff` },
                ],
              },
            ]}
          />
          <p class="quiet">
            Teachers and teaching assistants see the pupils of the groups that they are in charge of in the
            staff list.
          </p>
        </Card>
        <Card title="Roles">
          {member.memberships.length === 0 ? (
            <p>None.</p>
          ) : (
            <DataTable
              caption="Roles, the newest first"
              isStacked
              columns={columns}
              rows={member.memberships.map(roleRow(today))}
            />
          )}
        </Card>
      </>
    );
  },
});
