import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { forceWords } from '../domain/demand-facts.ts';
import type { FullWeek } from '../domain/full-week.ts';
import { type TeamView, teamAddress } from '../domain/team-view.ts';
import { breachesOf, breachWords, timesPlaced } from '../domain/try-place.ts';
import { dose, forWhom, type Shown, whenOf } from './team-words.ts';

const addressOf = (week: FullWeek, { placement }: Shown): string =>
  `/team/on/${week.on}/demands/${placement.demandId}/slots/${placement.slotId}/staff/${placement.staffId}`;

/** What stands at a place and is in hand: taken out, pinned, or put elsewhere in the table. */
export function PlacedInHand({ week, view, one }: { week: FullWeek; view: TeamView; one: Shown }) {
  const isFixed = week.fixedIds.has(one.placement.demandId);
  const faults = breachesOf(week, one.placement, week.placements);
  const facts = [whenOf(one), one.adultName, forWhom(week, one.demand), one.demand.room].filter(Boolean);
  return (
    <Card title={one.demand.title} id="in-hand" tone="next">
      <p>{facts.join(' · ')}</p>
      {faults.map((fault) => (
        <p key={fault.words}>{`Clash: ${breachWords(week, one.placement, fault)}.`}</p>
      ))}
      {isFixed ? (
        <p>
          Its adult and time are those of the group.{' '}
          <a href={`/provision/runs/${one.demand.runId}`}>Change them in its provision</a>
        </p>
      ) : (
        <p>Put it elsewhere with a button in the table, or:</p>
      )}
      <ButtonRow>
        {!isFixed && (
          <>
            <form method="post" action={`${addressOf(week, one)}/take-out`}>
              <SubmitButton kind="second">Take out</SubmitButton>
            </form>
            <form
              method="post"
              action={`${addressOf(week, one)}/${one.placement.isPinned ? 'unpin' : 'pin'}`}
            >
              <SubmitButton kind="second">{one.placement.isPinned ? 'Unpin' : 'Pin'}</SubmitButton>
            </form>
            <LinkButton
              href={`/team/place?on=${week.on}&demand=${one.placement.demandId}&moving=${encodeURIComponent(one.key)}`}
              kind="second"
            >
              All places in a list
            </LinkButton>
          </>
        )}
        <a href={`${addressOf(week, one)}/why`}>Why here</a>
        <a href={teamAddress({ ...view, hand: null })}>Put down</a>
      </ButtonRow>
    </Card>
  );
}

/** What is needed and is in hand to be placed. */
export function PickedInHand({
  week,
  view,
  demandId,
  open,
}: {
  week: FullWeek;
  view: TeamView;
  demandId: string;
  /** How many places of the day can be had. */
  open: number;
}) {
  const demand = week.demands.find((one) => one.demandId === demandId);
  if (demand === undefined) return null;
  return (
    <Card title={`Place: ${demand.title}`} id="in-hand" tone="next">
      <p>
        {[forWhom(week, demand), dose(demand), `${timesPlaced(week, demandId)} placed`, demand.room]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p>
        {open === 0
          ? 'No place on this day keeps every rule: the table says why. Try another day.'
          : `Choose one of ${open} places in the table.`}
      </p>
      <ButtonRow>
        <LinkButton href={`/team/place?on=${week.on}&demand=${demandId}`} kind="second">
          All places in a list
        </LinkButton>
        <a href={teamAddress({ ...view, pick: null })}>Put down</a>
      </ButtonRow>
    </Card>
  );
}

/** What is not placed as often as it is needed, the most pressing first. */
export function StillNeeded({ week, view }: { week: FullWeek; view: TeamView }) {
  const order = Object.keys(forceWords);
  const open = week.demands
    .map((demand) => ({ demand, placed: timesPlaced(week, demand.demandId) }))
    .filter(({ demand, placed }) => placed < demand.times)
    .toSorted(
      (one, other) =>
        order.indexOf(one.demand.force) - order.indexOf(other.demand.force) ||
        other.demand.need - one.demand.need,
    );
  if (open.length === 0) return null;
  return (
    <Card title="Still to place">
      <ul class="list">
        {open.map(({ demand, placed }) => (
          <li key={demand.demandId}>
            <span class="small">{forceWords[demand.force]}</span>
            <span>
              {demand.title}
              <span class="small">{` ${forWhom(week, demand)} · ${placed} of ${demand.times} placed`}</span>
            </span>
            <a href={`${teamAddress({ ...view, hand: null, pick: demand.demandId })}#in-hand`}>
              Place<span class="govuk-visually-hidden">{`: ${demand.title}`}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
