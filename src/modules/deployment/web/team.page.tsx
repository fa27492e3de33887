import { z } from 'zod';
import { type Actor, may } from '#src/kernel/access.ts';
import { middleDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { LinkButton } from '#src/ui/buttons.tsx';
import { Sheet } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { dayOf } from '../domain/demand-facts.ts';
import { type FullWeek, placementKey } from '../domain/full-week.ts';
import { breaches } from '../domain/placement/check.ts';
import { parseTeam, pupilsOfWeek, type TeamView, weekdayOf } from '../domain/team-view.ts';
import { placesFor } from '../domain/try-place.ts';
import { getWeek } from '../queries/get-week.ts';
import { PickedInHand, PlacedInHand, StillNeeded } from './in-hand.view.tsx';
import { TeamTabs } from './team-tabs.view.tsx';
import { dayNames, shownOf } from './team-words.ts';
import { WeekDays } from './week-days.view.tsx';
import { AdultGrid, type GridOf, PupilGrid } from './week-grid.view.tsx';

/** The day's places for what is in hand: a demand that was picked, or a placement that may go elsewhere. */
function placesInHand(week: FullWeek, { pick, hand }: TeamView, day: number): GridOf['places'] {
  const held = week.placements.find((one) => placementKey(one) === hand);
  const demandId = held?.demandId ?? pick;
  if (demandId === null || week.fixedIds.has(demandId)) return new Map();
  const found = placesFor(week, demandId, { moving: hand, slots: dayOf(week.slots, day) });
  return new Map(found.map((place) => [`${place.wanted.slotId} ${place.wanted.staffId}`, place]));
}

function gridOf(week: FullWeek, view: TeamView, actor: Actor): GridOf {
  const day = view.day ?? weekdayOf(week.on);
  const mayManage = may(actor, 'week.manage');
  const clashing = new Set(
    breaches(week, week.placements).flatMap((breach) => breach.placements.map(placementKey)),
  );
  const places = mayManage ? placesInHand(week, view, day) : new Map();
  return { week, view, day, shown: shownOf(week), clashing, places, mayManage };
}

function Empty({ week, mayManage }: { week: FullWeek; mayManage: boolean }) {
  if (week.slots.length > 0 && week.adults.length > 0) return null;
  const isDay = week.slots.length === 0;
  if (!mayManage)
    return (
      <EmptyState title="You are not in the week yet">
        <p>Your times stand here once the SENCO has put you in.</p>
      </EmptyState>
    );
  return (
    <EmptyState title={isDay ? 'Begin with the school day' : 'Put the first adult in'}>
      <p>
        {isDay
          ? 'Say when lessons, breaks and lunch are. Groups of provision and Section F come in by themselves.'
          : 'Say when each adult is there. Hours come from their contracts.'}
      </p>
      <LinkButton href={isDay ? '/team/day' : '/team/adults'}>{isDay ? 'School day' : 'Adults'}</LinkButton>
    </EmptyState>
  );
}

function InHand({ of }: { of: GridOf }) {
  const { week, view, shown, places, mayManage } = of;
  if (!mayManage) return null;
  const held = shown.find(({ key }) => key === view.hand);
  const open = [...places.values()].filter((place) => place.breaches.length === 0).length;
  if (held !== undefined) return <PlacedInHand week={week} view={view} one={held} />;
  if (view.pick !== null) return <PickedInHand week={week} view={view} demandId={view.pick} open={open} />;
  return null;
}

function Grid({ of }: { of: GridOf }) {
  const { week, view, day, places } = of;
  const label = `${dayNames[day]} by ${view.by === 'adults' ? 'adult' : 'pupil'}`;
  if (view.by === 'pupils')
    return (
      <Sheet label={label}>
        <PupilGrid of={of} />
      </Sheet>
    );
  const demandId = [...places.values()][0]?.wanted.demandId;
  const table = (
    <Sheet label={label}>
      <AdultGrid of={of} />
    </Sheet>
  );
  return demandId === undefined ? (
    table
  ) : (
    <form method="post" action={`/team/place?on=${week.on}`}>
      <HiddenField name="demandId" value={demandId} />
      <HiddenField name="moving" value={view.hand ?? ''} />
      <HiddenField name="version" value={String(week.version)} />
      {table}
    </form>
  );
}

/** The week of the adults: the same times by adult and by pupil. What is picked is placed with a button in the table. */
export default page({
  path: '/team',
  params: z.object({}),
  search: z.record(z.string(), z.unknown()).transform(parseTeam),
  may: 'week.read',
  section: 'Team',
  title: 'The week',
  wide: true,
  about: pupilsOfWeek,
  load: ({ tx, search }) => getWeek(tx, search.on ?? tx.scope.today),
  view: ({ subject: week, actor, search }) => {
    const of = gridOf(week, search, actor);
    const sees = actor.reach === 'school';
    const clashes = of.clashing.size;
    return (
      <>
        <PageHead
          title={sees ? 'The week' : 'Your week'}
          lead={`As it holds on ${middleDate(week.on)} · ${of.shown.length} times placed${clashes === 0 ? '' : `, ${clashes} of them in a clash`}`}
          actions={
            !of.mayManage ? (
              !sees && <LinkButton href="/team/my-day">Your day</LinkButton>
            ) : (
              <>
                <LinkButton href="/team/demands/new">Add what is needed</LinkButton>
                <LinkButton href={`/team/place?on=${week.on}`} kind="second">
                  Place by form
                </LinkButton>
                <LinkButton href="/team/print" kind="second">
                  Print
                </LinkButton>
              </>
            )
          }
        />
        {may(actor, 'team.read') && <TeamTabs actor={actor} current="/team" />}
        <WeekDays view={search} day={of.day} on={week.on} />
        <Empty week={week} mayManage={of.mayManage} />
        {week.homeless.length > 0 && (
          <p>{`${week.homeless.length} times were placed with an adult, at a time or for help that there is no longer. They end with the next change.`}</p>
        )}
        <InHand of={of} />
        {week.slots.length > 0 && week.adults.length > 0 && <Grid of={of} />}
        {of.mayManage && <StillNeeded week={week} view={search} />}
      </>
    );
  },
});
