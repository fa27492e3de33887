import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type ClassOfToday, listClasses } from '../queries/list-classes.ts';

const columns = [
  { key: 'name', label: 'Name', isRowHead: true },
  { key: 'subject', label: 'Subject' },
  { key: 'staff', label: 'Staff' },
  { key: 'withNeeds', label: 'On the register or monitored', isNumber: true },
] as const;

const row = (one: ClassOfToday) => ({
  name: <a href={`/classes/${one.groupId}`}>{one.name}</a>,
  subject: one.subject ?? '–',
  staff: one.staff.join(', ') || 'Nobody yet',
  withNeeds: one.withNeeds,
});

const headings = { class: 'Classes', teaching: 'Teaching groups' } as const;
const kinds = ['class', 'teaching'] as const;

/** The groups that somebody teaches, each the way to its class page; all of them for those who see the whole school. */
export default page({
  path: '/classes',
  params: z.object({}),
  may: 'register.read',
  about: { none: 'It shows groups and counts of their pupils to whoever teaches them, no name' },
  section: 'Pupils',
  title: 'Classes',
  load: ({ tx }) => listClasses(tx),
  view: ({ subject, actor }) => (
    <>
      <BackLink href="/pupils">Back to the register</BackLink>
      <PageHead
        title="Classes"
        actions={may(actor, 'plan.read') ? <a href="/cards">Lesson cards</a> : undefined}
        lead={
          actor.reach === 'school' ? 'Every class and teaching group of today' : 'Those that you teach today'
        }
      />
      {subject.length === 0 ? (
        <EmptyState title="No class yet">
          <p>
            {actor.reach === 'school'
              ? 'Classes come with an import, or are added under School.'
              : 'You are in charge of no class today. Whoever looks after Sendero at your school can put you into one.'}
          </p>
        </EmptyState>
      ) : (
        <Sheet label="Classes">
          <DataTable
            caption="Classes and teaching groups"
            columns={columns}
            groups={kinds
              .map((kind) => ({
                label: headings[kind],
                rows: subject.filter((one) => one.kind === kind).map(row),
              }))
              .filter((group) => group.rows.length > 0)}
          />
        </Sheet>
      )}
    </>
  ),
});
