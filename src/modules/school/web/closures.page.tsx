import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { addDays, middleDate } from '#src/kernel/dates.ts';
import { noAttempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { DataTable, Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import type { KeptClosure } from '../domain/school-records.ts';
import { listClosures } from '../queries/list-closures.ts';

const columns = [
  { key: 'days', label: 'Closed', isRowHead: true },
  { key: 'reopens', label: 'Opens again' },
  { key: 'reason', label: 'Reason' },
] as const;
const withDeed = [...columns, { key: 'deed', label: 'Change' }] as const;

const daysOf = ({ from, reopensOn }: KeptClosure) => {
  const last = addDays(reopensOn, -1);
  return last === from ? middleDate(from) : `${middleDate(from)} to ${middleDate(last)}`;
};

const row = (closure: KeptClosure) => ({
  days: daysOf(closure),
  reopens: middleDate(closure.reopensOn),
  reason: closure.reason,
  deed: (
    <PostForm
      attempt={noAttempt}
      action={`/school/closures/${closure.closureId}/withdraw`}
      submit={`Withdraw ${middleDate(closure.from)}`}
      kind="second"
    />
  ),
});

export default page({
  path: '/school/closures',
  params: z.object({}),
  may: 'school.read',
  about: { none: 'It shows the school, no pupil' },
  section: 'School',
  title: 'Closures',
  load: ({ tx }) => listClosures(tx),
  view: ({ subject, actor }) => {
    const mayChange = may(actor, 'school.manage');
    return (
      <>
        <PageHead
          title="Closures"
          lead={<a href="/school">School</a>}
          actions={mayChange && <LinkButton href="/school/closures/new">Add a closure</LinkButton>}
        />
        {subject.length === 0 ? (
          <EmptyState title="No closures">
            <p>Days on which the school is shut out of turn move the deadlines that count school days.</p>
          </EmptyState>
        ) : (
          <Sheet label="Closures">
            <DataTable
              caption="Closures of the school, the newest first"
              columns={mayChange ? withDeed : columns}
              rows={subject.map(row)}
            />
          </Sheet>
        )}
      </>
    );
  },
});
