import { z } from 'zod';
import { dayWords } from '#src/kernel/dates.ts';
import type { PupilId, StaffId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type CoverDay, changedIn, ownDay } from '../domain/day/cover-day.ts';
import { getOwnDay } from '../queries/get-cover-day.ts';
import { DayTable } from './day-table.view.tsx';

type Subject = { readonly day: CoverDay; readonly staffId: StaffId | null };

/** What an adult opens on the phone: today by time, with what was changed this morning said so. */
export default page({
  path: '/team/my-day',
  params: z.object({}),
  may: 'week.read',
  about: ({ day, staffId }: Subject): readonly PupilId[] =>
    staffId === null ? [] : [...new Set(ownDay(day, staffId).flatMap(({ demand }) => demand.pupilIds))],
  section: 'Team',
  title: 'Your day',
  load: async ({ tx, actor }): Promise<Subject> => {
    const day = await getOwnDay(tx, tx.scope.today);
    const adult = day.week.adults.find(({ personId }) => personId === actor.personId);
    return { day, staffId: adult?.staffId ?? null };
  },
  view: ({ subject: { day, staffId } }) => (
    <>
      <BackLink href="/team">The week</BackLink>
      <PageHead
        title="Your day"
        lead={`${dayWords(day.on)}${staffId !== null && changedIn(day).includes(staffId) ? ' · changed today' : ''}`}
      />
      {day.weekday === null && (
        <EmptyState title="The school is shut today">
          <p>{day.why}</p>
        </EmptyState>
      )}
      {day.weekday !== null && staffId === null && (
        <EmptyState title="You are not in the week">
          <p>Your times stand here once the SENCO has put you in.</p>
        </EmptyState>
      )}
      {day.weekday !== null && staffId !== null && (
        <Card>
          <DayTable day={day} staffId={staffId} />
        </Card>
      )}
    </>
  ),
});
