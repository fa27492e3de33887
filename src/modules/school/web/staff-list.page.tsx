import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { listStaff } from '../queries/list-staff.ts';

const columns = [
  { key: 'name', label: 'Name', isRowHead: true },
  { key: 'post', label: 'Post' },
  { key: 'code', label: 'Short name' },
  { key: 'signsIn', label: 'Signs in' },
  { key: 'source', label: 'Source', isQuiet: true },
] as const;

/** Who works at the school; those who have left on a second page of the same list. */
export default page({
  path: '/school/staff',
  params: z.object({}),
  search: z.object({ show: z.enum(['today', 'all']).default('today').catch('today') }),
  may: 'school.read',
  about: { none: 'It shows staff, no pupil' },
  section: 'School',
  title: 'Staff',
  load: ({ tx, search }) => listStaff(tx, search.show === 'all' ? null : tx.scope.today),
  view: ({ subject, actor, search }) => (
    <>
      <PageHead
        title="Staff"
        lead={<a href="/school">School</a>}
        actions={may(actor, 'staff.manage') && <LinkButton href="/school/staff/new">Add staff</LinkButton>}
      />
      <ChipNav
        label="Which staff"
        links={[
          { label: 'At the school today', href: '/school/staff', isCurrent: search.show === 'today' },
          { label: 'All, with leavers', href: '/school/staff?show=all', isCurrent: search.show === 'all' },
        ]}
      />
      {subject.length === 0 ? (
        <EmptyState title="No staff yet">
          <p>They come with an import from the school's own system, or add them here.</p>
        </EmptyState>
      ) : (
        <Sheet label="Staff">
          <DataTable
            caption="Staff of the school by surname"
            columns={columns}
            rows={subject.map((one) => ({
              name: <a href={`/school/staff/${one.staffId}`}>{`${one.surname}, ${one.forename}`}</a>,
              post: one.post,
              code: one.code ?? '–',
              signsIn: one.personId === null ? 'No' : 'Yes',
              source: one.source,
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});
