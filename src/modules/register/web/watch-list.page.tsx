import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { BackLink } from '#src/ui/back-link.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Inset } from '#src/ui/inset.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { Strip } from '#src/ui/strip.tsx';
import { languageRule, type WatchList, watchBounds } from '../domain/watch-list.ts';
import { Printed } from './printed.view.tsx';
import { WatchTable } from './watch-table.view.tsx';
import { groups, loadWatchList, pupilsOfWatchList } from './watch-view.ts';

const { concerns, days, lowAttendancePercent } = watchBounds;

/** Pupils raised again and again without a status or a need, and monitored ones whom nobody has looked at again. */
export default page({
  path: '/watch-list',
  params: z.object({}),
  may: 'concern.watch',
  section: 'Pupils',
  title: 'Watch-list',
  load: async ({ tx }) => ({
    list: await loadWatchList(tx),
    today: tx.scope.today,
    at: timeWords(tx.scope.clock.now()),
  }),
  about: ({ list }) => pupilsOfWatchList(list),
  view: ({ subject: { list, today, at }, actor }) => (
    <div class="landscape">
      <BackLink href="/concerns">Back to the concerns</BackLink>
      <PageHead
        title="Watch-list"
        lead={`Pupils with ${concerns} concerns or more in ${days} days who are not on the register and have no need on record; and those whom somebody was to look at again by now`}
        actions={
          <LinkButton href="/watch-list.csv" kind="second">
            CSV
          </LinkButton>
        }
      />
      <Printed by={actor.knownAs} at={at} what="watch-list" />
      {list.often.length + list.overdue.length === 0 ? (
        <EmptyState title="Nobody is on the watch-list">
          <p>No pupil without SEN has {concerns} concerns or more, and no look again is late.</p>
        </EmptyState>
      ) : (
        <>
          <Strip figures={stripOf(list)} />
          {list.often.some((pupil) => pupil.isEal) && <Inset>{languageRule}</Inset>}
          <WatchTable caption="Often raised" pupils={list.often} today={today} />
          <WatchTable caption="To be looked at again" pupils={list.overdue} today={today} />
          <p class="small quiet">
            Attendance is of the last {days} days, as far as it was taken in; below {lowAttendancePercent} %
            is marked. Nothing here says that a pupil has SEN: it says whom to look at.
          </p>
        </>
      )}
    </div>
  ),
});

/** How many there are, and how many of those often raised belong to each group. */
const stripOf = ({ often, overdue }: WatchList) => [
  { figure: often.length, label: 'often raised' },
  ...groups.map(({ counted, is }) => ({
    figure: often.filter((pupil) => is(pupil)).length,
    label: `of them ${counted}`,
  })),
  { figure: overdue.length, label: 'to be looked at again' },
];
