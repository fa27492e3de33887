import type { ComponentChildren } from 'preact';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { clockOf, spansMeet } from '../domain/clock-times.ts';
import { dayOf } from '../domain/demand-facts.ts';
import type { FullWeek, NamedAdult } from '../domain/full-week.ts';
import { type TeamView, teamAddress } from '../domain/team-view.ts';
import { breachShort, type Place } from '../domain/try-place.ts';
import type { Slot, Weekday } from '../domain/week.ts';
import { dayNames, forWhom, pupilName, type Shown } from './team-words.ts';

export type GridOf = {
  readonly week: FullWeek;
  readonly view: TeamView;
  readonly day: Weekday;
  readonly shown: readonly Shown[];
  /** The keys of placements that break a rule. */
  readonly clashing: ReadonlySet<string>;
  /** Where what is in hand may go, by `slot adult`; empty while nothing is in hand. */
  readonly places: ReadonlyMap<string, Place>;
  readonly mayManage: boolean;
};

function Block({ of, one, isByPupil }: { of: GridOf; one: Shown; isByPupil: boolean }) {
  const { week, view, clashing, mayManage } = of;
  const words = isByPupil ? one.adultName : forWhom(week, one.demand);
  const title = mayManage ? (
    <a href={`${teamAddress({ ...view, pick: null, hand: one.key })}#in-hand`}>{one.demand.title}</a>
  ) : (
    one.demand.title
  );
  return (
    <div class={`block ${one.demand.force}`}>
      {title}
      {words !== '' && <span class="small">{words}</span>}
      {clashing.has(one.key) && <Tag kind="late">Clash</Tag>}
      {one.placement.isPinned && !week.fixedIds.has(one.placement.demandId) && <Tag kind="watch">Pinned</Tag>}
    </div>
  );
}

/** What the cell of an adult says while something is in hand: a button, or in a word why not. */
function Offer({ place, adult, slot }: { place: Place | undefined; adult: NamedAdult; slot: Slot }) {
  if (place === undefined) return null;
  const [breach] = place.breaches;
  if (breach !== undefined) return <span class="small">{breachShort[breach.kind]}</span>;
  return (
    <SubmitButton kind="second" name="place" value={`${slot.slotId} ${adult.staffId}`}>
      Here
      <span class="govuk-visually-hidden">{`: ${adult.name}, ${dayNames[slot.day]} ${clockOf(slot.from)}`}</span>
    </SubmitButton>
  );
}

type Cell = { readonly slot: Slot; readonly span: number; readonly blocks: readonly Shown[] };

/** Cells of a row: what takes several slots alone is one broad cell, what meets something else stands in each. */
function cellsOf(slots: readonly Slot[], own: readonly Shown[]): readonly Cell[] {
  const inSlot = (slot: Slot) => own.filter((one) => one.slots.some(({ slotId }) => slotId === slot.slotId));
  const cells: Cell[] = [];
  for (let at = 0; at < slots.length; ) {
    const slot = slots[at];
    if (slot === undefined) break;
    const blocks = inSlot(slot);
    const [only] = blocks;
    const isAlone = only?.slots.every((part) => inSlot(part).length === 1) && only.slots[0] === slot;
    const span = isAlone ? (only?.slots.length ?? 1) : 1;
    cells.push({ slot, span, blocks });
    at += span;
  }
  return cells;
}

function Head({ slots, first }: { slots: readonly Slot[]; first: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {slots.map(({ slotId, from, kind }) => (
          <th key={slotId} scope="col" class="w">
            {clockOf(from)}
            {(kind === 'break' || kind === 'lunch') && <span class="small">{kind}</span>}
          </th>
        ))}
      </tr>
    </thead>
  );
}

const Row = ({
  name,
  under,
  children,
}: {
  name: ComponentChildren;
  under: string;
  children: ComponentChildren;
}) => (
  <tr>
    <th scope="row">
      {name}
      <span class="small">{under}</span>
    </th>
    {children}
  </tr>
);

/** A day of the adults: who is where, who is free, who is not there; and where what is in hand may go. */
export function AdultGrid({ of }: { of: GridOf }) {
  const slots = dayOf(of.week.slots, of.day);
  return (
    <table class="map week">
      <caption class="govuk-visually-hidden">{`Adults on ${dayNames[of.day]} by time`}</caption>
      <Head slots={slots} first="Adult" />
      <tbody>
        {of.week.adults.map((adult) => {
          const own = of.shown.filter(({ placement }) => placement.staffId === adult.staffId);
          return (
            <Row
              key={adult.staffId}
              name={<a href={`/team/adults/${adult.staffId}`}>{adult.name}</a>}
              under={adult.post}
            >
              {cellsOf(slots, own).map(({ slot, span, blocks }) => (
                <td key={slot.slotId} colspan={span} class={adult.slotIds.has(slot.slotId) ? 'w' : 'w away'}>
                  {blocks.map((one) => (
                    <Block key={one.key} of={of} one={one} isByPupil={false} />
                  ))}
                  {blocks.length === 0 && !adult.slotIds.has(slot.slotId) && <span class="small">away</span>}
                  <Offer place={of.places.get(`${slot.slotId} ${adult.staffId}`)} adult={adult} slot={slot} />
                </td>
              ))}
            </Row>
          );
        })}
      </tbody>
    </table>
  );
}

/** The same day by pupil: who helps when, and what must not be missed. */
export function PupilGrid({ of }: { of: GridOf }) {
  const { week, day } = of;
  const slots = dayOf(week.slots, day);
  const pupilIds = [...new Set(week.demands.flatMap((demand) => demand.pupilIds))].toSorted((one, other) =>
    pupilName(week, one).localeCompare(pupilName(week, other)),
  );
  const classes = [
    ...new Set(
      week.demands.flatMap(({ groupName, pupilIds: own }) =>
        own.length > 0 || groupName === null ? [] : [groupName],
      ),
    ),
  ];
  const rows = [
    ...pupilIds.map((pupilId) => ({
      name: pupilName(week, pupilId),
      under: week.pupils.get(pupilId)?.className ?? '',
      own: of.shown.filter(({ demand }) => demand.pupilIds.includes(pupilId)),
      points: week.points.filter((point) => point.pupilId === pupilId && point.weekday === day),
    })),
    ...classes.map((name) => ({
      name,
      under: 'Class',
      own: of.shown.filter(({ demand }) => demand.groupName === name),
      points: [],
    })),
  ];
  return (
    <table class="map week">
      <caption class="govuk-visually-hidden">{`Pupils on ${dayNames[day]} by time`}</caption>
      <Head slots={slots} first="Pupil" />
      <tbody>
        {rows.map(({ name, under, own, points }) => (
          <Row key={`${name} ${under}`} name={name} under={under}>
            {cellsOf(slots, own).map(({ slot, span, blocks }) => (
              <td key={slot.slotId} colspan={span} class="w">
                {blocks.map((one) => (
                  <Block key={one.key} of={of} one={one} isByPupil />
                ))}
                {points
                  .filter((point) => spansMeet(slot, { from: point.fromMinute, until: point.untilMinute }))
                  .map((point) => (
                    <span key={point.fixedPointId} class="small">{`${point.words}: not to be missed`}</span>
                  ))}
              </td>
            ))}
          </Row>
        ))}
      </tbody>
    </table>
  );
}
