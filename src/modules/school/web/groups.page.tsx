import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { labelOf } from '#src/kernel/codes/codes.ts';
import { ncYearGroup } from '#src/kernel/codes/nc-year-group.codes.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type GroupKind, groupKinds, type StaffedGroup } from '../domain/school-records.ts';
import { listStaffedGroups } from '../queries/list-groups.ts';

const columns = [
  { key: 'name', label: 'Name', isRowHead: true },
  { key: 'year', label: 'Year group' },
  { key: 'subject', label: 'Subject' },
  { key: 'staff', label: 'Staff' },
  { key: 'source', label: 'Source', isQuiet: true },
] as const;

const row = (group: StaffedGroup) => ({
  name: <a href={`/school/groups/${group.groupId}`}>{group.name}</a>,
  year: group.yearGroup === null ? '–' : labelOf(ncYearGroup, group.yearGroup),
  subject: group.subject ?? '–',
  staff: group.staff.map((place) => place.name).join(', ') || 'Nobody yet',
  source: group.source,
});

const headings: Record<GroupKind, string> = { class: 'Classes', teaching: 'Teaching groups' };

const underHeadings = (groups: readonly StaffedGroup[]) =>
  groupKinds
    .map(({ value }) => ({
      label: headings[value],
      rows: groups.filter((group) => group.kind === value).map(row),
    }))
    .filter((part) => part.rows.length > 0);

/** The classes and teaching groups of today. */
export default page({
  path: '/school/groups',
  params: z.object({}),
  may: 'school.read',
  about: { none: 'It shows groups and their staff, no pupil' },
  section: 'School',
  title: 'Classes and groups',
  load: ({ tx }) => listStaffedGroups(tx, tx.scope.today),
  view: ({ subject, actor }) => (
    <>
      <PageHead
        title="Classes and groups"
        lead={<a href="/school">School</a>}
        actions={
          may(actor, 'school.manage') && <LinkButton href="/school/groups/new">Add a group</LinkButton>
        }
      />
      {subject.length === 0 ? (
        <EmptyState title="No classes yet">
          <p>They come with an import from the school's own system, or add them here.</p>
        </EmptyState>
      ) : (
        <Sheet label="Classes and groups">
          <DataTable
            caption="Classes and teaching groups of today"
            columns={columns}
            groups={underHeadings(subject)}
          />
        </Sheet>
      )}
    </>
  ),
});
