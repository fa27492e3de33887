import { z } from 'zod';
import { may } from '#src/kernel/access.ts';
import { dayWords } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { ChipNav } from '#src/ui/chip-nav.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { type Day, listDay, ownOf } from '../queries/list-day.ts';
import { pupilsOf } from './of-run.ts';
import { SessionCard } from './session-card.view.tsx';

const address = '/provision/today';
const Search = z.object({ whose: z.enum(['mine', 'all']).nullable().catch(null).default(null) });

const pupilsOfDay = ({ day }: { readonly day: Day }): readonly PupilId[] => [
  ...new Set([...day.due, ...day.late].flatMap(({ full }) => pupilsOf(full))),
];

/** What a TA opens in the morning: the sessions of the day, each logged with one tap, and those nobody logged. */
export default page({
  path: address,
  params: z.object({}),
  search: Search,
  may: 'provision.log',
  section: 'Provision',
  title: 'Today’s sessions',
  about: pupilsOfDay,
  load: async ({ tx, actor, search }) => {
    const seesAll = actor.reach === 'school';
    const all = await listDay(tx, tx.scope.today);
    const own = ownOf(all);
    const isEmpty = own.due.length === 0 && own.late.length === 0;
    // Whoever runs no group but sees the whole school has everybody's day in mind.
    const whose = seesAll && (search.whose === 'all' || (search.whose === null && isEmpty)) ? 'all' : 'mine';
    return { day: whose === 'all' ? all : own, whose, seesAll };
  },
  view: ({ subject: { day, whose, seesAll }, actor }) => {
    const open = day.due.filter(({ logged }) => logged === null);
    const [next] = open;
    return (
      <>
        <PageHead
          title={whose === 'mine' ? 'Your sessions' : 'Sessions of today'}
          lead={`${dayWords(day.on)} · ${day.due.length} today${open.length === day.due.length ? '' : `, ${open.length} to log`}`}
          actions={
            <>
              <LinkButton href="/provision/offline/sessions" kind="second">
                Without signal
              </LinkButton>
              <LinkButton href="/provision/tick-sheet" kind="second">
                Tick sheet to print
              </LinkButton>
              {whose === 'mine' && may(actor, 'week.read') && (
                <LinkButton href="/team/my-day" kind="second">
                  All of your day
                </LinkButton>
              )}
              {may(actor, 'provision.manage') && (
                <LinkButton href="/provision" kind="second">
                  All provision
                </LinkButton>
              )}
            </>
          }
        />
        {seesAll && (
          <ChipNav
            label="Whose sessions"
            links={[
              { label: 'Mine', href: `${address}?whose=mine`, isCurrent: whose === 'mine' },
              { label: 'Everybody’s', href: `${address}?whose=all`, isCurrent: whose === 'all' },
            ]}
          />
        )}
        {day.late.length > 0 && (
          <>
            <h2>Not logged yet</h2>
            {day.late.map((due) => (
              <SessionCard
                key={`${due.planned.slotId} ${due.planned.on}`}
                due={due}
                today={day.on}
                isNext={false}
              />
            ))}
          </>
        )}
        {day.late.length > 0 && day.due.length > 0 && <h2>Today</h2>}
        {day.due.map((due) => (
          <SessionCard key={due.planned.slotId} due={due} today={day.on} isNext={due === next} />
        ))}
        {day.due.length === 0 && day.late.length === 0 && (
          <EmptyState title="No sessions today">
            <p>
              Sessions come from the groups that you run. When one is due, it stands here with one tap to log
              it.
            </p>
          </EmptyState>
        )}
      </>
    );
  },
});
