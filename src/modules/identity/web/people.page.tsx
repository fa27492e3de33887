import { z } from 'zod';
import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import { listEmails } from '#src/platform/auth/accounts.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { isHeldOn, type Membership, type SchoolMember } from '../domain/member.ts';
import { roles } from '../domain/roles.ts';
import { listMembers } from '../queries/list-members.ts';

const columns = [
  { key: 'name', label: 'Name', isRowHead: true },
  { key: 'email', label: 'Email address' },
  { key: 'roles', label: 'Roles' },
  { key: 'now', label: 'Today' },
] as const;

type Subject = {
  readonly members: readonly SchoolMember[];
  readonly emails: ReadonlyMap<PersonId, string>;
  readonly today: SchoolDate;
};

const daysOf = ({ fromOn, untilOn }: Membership): string =>
  untilOn === null ? `from ${middleDate(fromOn)}` : `${middleDate(fromOn)} to ${middleDate(untilOn)}`;

const row = ({ emails, today }: Subject) => {
  const drawRow = (member: SchoolMember) => ({
    name: <a href={`/people/${member.personId}`}>{member.knownAs}</a>,
    email: emails.get(member.personId) ?? '–',
    roles: member.memberships.map((one) => `${roles[one.role].name}, ${daysOf(one)}`).join('; ') || 'None',
    now: member.memberships.some((one) => isHeldOn(one, today)) ? (
      <Tag kind="good">May sign in</Tag>
    ) : (
      <Tag kind="watch">No access</Tag>
    ),
  });
  return drawRow;
};

/** Who signs in at this school, with which roles and for how long. */
export default page({
  path: '/people',
  params: z.object({}),
  may: 'people.manage',
  about: { none: 'It shows who signs in, no pupil' },
  section: 'School',
  title: 'People and roles',
  load: async ({ tx, program }): Promise<Subject> => {
    const members = await listMembers(tx);
    const emails = await listEmails(
      program.database.auth,
      members.map((member) => member.personId),
    );
    return { members, emails, today: tx.scope.today };
  },
  view: ({ subject }) => (
    <>
      <PageHead
        title="People and roles"
        lead={<a href="/school">School</a>}
        actions={
          <ButtonRow>
            <LinkButton href="/people/invitations" kind="second">
              Invitations
            </LinkButton>
            <LinkButton href="/people/new">Invite somebody</LinkButton>
          </ButtonRow>
        }
      />
      <Sheet label="People">
        <DataTable
          caption="Who signs in at this school"
          columns={columns}
          rows={subject.members.map(row(subject))}
        />
      </Sheet>
    </>
  ),
});
