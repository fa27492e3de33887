import { z } from 'zod';
import { dayWords } from '#src/kernel/dates.ts';
import type { PupilId, StaffId } from '#src/kernel/ids.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type CoverDay, changedIn, ownDay } from '../domain/day/cover-day.ts';
import { getCoverDay } from '../queries/get-cover-day.ts';
import { DayTable } from './day-table.view.tsx';
import { moveTitle, moveWhy, namesOf } from './day-words.ts';

type Subject = { readonly day: CoverDay; readonly changed: readonly StaffId[]; readonly at: string };

/** The changes of a day on paper: what was lost, and the day of everybody who has another than was planned. */
export default page({
  path: '/team/today/print',
  params: z.object({}),
  may: 'team.read',
  about: ({ day, changed }: Subject): readonly PupilId[] => [
    ...new Set(changed.flatMap((one) => ownDay(day, one).flatMap(({ demand }) => demand.pupilIds))),
  ],
  section: 'Team',
  title: 'Changes of the day to print',
  load: async ({ tx }): Promise<Subject> => {
    const day = await getCoverDay(tx, tx.scope.today);
    return { day, changed: changedIn(day), at: timeWords(tx.scope.clock.now()) };
  },
  view: ({ subject: { day, changed, at }, actor }) => {
    const names = namesOf(day);
    const lost = day.moves.filter(({ toStaffId }) => toStaffId === null);
    return (
      <>
        <BackLink href="/team/today">The team today</BackLink>
        <PageHead
          title={`Changes of ${dayWords(day.on)}`}
          lead={`Printed by ${actor.knownAs} on ${at}: confidential.`}
        />
        {day.moves.length === 0 && (
          <EmptyState title="Nothing was changed today">
            <p>Decide what falls under The team today; then the changes stand here.</p>
          </EmptyState>
        )}
        {lost.length > 0 && (
          <Card title="Not given today">
            <ul>
              {lost.map((move) => (
                <li key={move.coverMoveId}>
                  {moveTitle(move, day, names)}. {moveWhy(move, names)}
                </li>
              ))}
            </ul>
          </Card>
        )}
        {changed.map((staffId) => (
          <Card key={staffId} title={names.adult(staffId)}>
            <DayTable day={day} staffId={staffId} />
          </Card>
        ))}
      </>
    );
  },
});
