import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { listSites } from '../queries/list-sites.ts';

const columns = [
  { key: 'name', label: 'Site', isRowHead: true },
  { key: 'address', label: 'Address' },
  { key: 'main', label: 'Main site' },
] as const;

export default page({
  path: '/school/sites',
  params: z.object({}),
  may: 'school.read',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'Sites',
  load: ({ tx }) => listSites(tx),
  view: ({ subject, actor }) => (
    <>
      <PageHead
        title="Sites"
        lead={<a href="/school">School</a>}
        actions={may(actor, 'school.manage') && <LinkButton href="/school/sites/new">Add a site</LinkButton>}
      />
      {subject.length === 0 ? (
        <EmptyState title="No sites yet">
          <p>A school on one site needs none. Add them when pupils are taught in several places.</p>
        </EmptyState>
      ) : (
        <Sheet label="Sites">
          <DataTable
            caption="Sites of the school"
            columns={columns}
            rows={subject.map((site) => ({
              name: site.name,
              address: site.address ?? '–',
              main: site.isMain && <Tag kind="good">Main site</Tag>,
            }))}
          />
        </Sheet>
      )}
    </>
  ),
});
