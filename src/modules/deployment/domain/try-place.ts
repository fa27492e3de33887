import { stretchFrom } from './demand-facts.ts';
import { type FullWeek, placementKey } from './full-week.ts';
import { type Breach, type BreachKind, breaches } from './placement/check.ts';
import type { Placement, Slot } from './week.ts';

/** The slots that a placement takes; none where its demand or its time is not in the week. */
export function slotsTaken(week: FullWeek, placement: Placement): readonly Slot[] {
  const demand = week.demands.find(({ demandId }) => demandId === placement.demandId);
  const slot = week.slots.find(({ slotId }) => slotId === placement.slotId);
  return demand === undefined || slot === undefined
    ? []
    : (stretchFrom(week.slots, slot, demand.length) ?? [slot]);
}

/** What can meet a placement in a rule: all that its adult gives, all of its demand, all that its pupils have. */
function near(week: FullWeek, wanted: Placement, placements: readonly Placement[]): readonly Placement[] {
  const pupils = new Map(week.demands.map(({ demandId, pupilIds }) => [demandId, pupilIds]));
  const own = new Set(pupils.get(wanted.demandId) ?? []);
  return placements.filter(
    ({ staffId, demandId }) =>
      staffId === wanted.staffId ||
      demandId === wanted.demandId ||
      (pupils.get(demandId) ?? []).some((pupilId) => own.has(pupilId)),
  );
}

/** Which hard rules a placement would break beside what is placed; none is a place that can be had (rule dep-4). */
export function breachesOf(
  week: FullWeek,
  wanted: Placement,
  placements: readonly Placement[],
): readonly Breach[] {
  const others = near(week, wanted, placements).filter((one) => placementKey(one) !== placementKey(wanted));
  return breaches(week, [...others, wanted]).filter((breach) => breach.placements.includes(wanted));
}

/** What is placed without one placement: the one that is moved. */
export const without = (placements: readonly Placement[], key: string | null): readonly Placement[] =>
  placements.filter((one) => placementKey(one) !== key);

const together: readonly BreachKind[] = ['adult', 'pupil', 'demand', 'day', 'travel'];

/** A breach in words, with the name of what is in the way. */
export function breachWords(week: FullWeek, wanted: Placement, { kind, words, placements }: Breach): string {
  if (!together.includes(kind)) return words;
  const others = placements.filter((one) => placementKey(one) !== placementKey(wanted));
  const titles = others.map((one) => {
    const demand = week.demands.find(({ demandId }) => demandId === one.demandId);
    const adult = week.adults.find(({ staffId }) => staffId === one.staffId);
    return `${demand?.title ?? ''} with ${adult?.name ?? ''}`;
  });
  return titles.length === 0 ? words : `${words}: ${titles.join(', ')}`;
}

/** A breach in as few words as stand in a cell. */
export const breachShort: Readonly<Record<BreachKind, string>> = {
  unknown: 'gone',
  start: 'not then',
  length: 'too long',
  named: 'not named',
  skills: 'not trained',
  avoids: 'kept apart',
  available: 'not there',
  adult: 'busy',
  pupil: 'pupil busy',
  demand: 'at once',
  day: 'once a day',
  times: 'placed in full',
  minutes: 'hours full',
  row: 'no break',
  travel: 'too far',
};

export type Place = { readonly wanted: Placement; readonly breaches: readonly Breach[] };

/** Every place at which a demand may begin, with each adult who is there then: what each would break. */
export function placesFor(
  week: FullWeek,
  demandId: string,
  { moving, slots }: { readonly moving: string | null; readonly slots: readonly Slot[] },
): readonly Place[] {
  const demand = week.demands.find((one) => one.demandId === demandId);
  if (demand === undefined) return [];
  const placed = without(week.placements, moving);
  return slots
    .filter(({ slotId }) => demand.startIds.has(slotId))
    .flatMap(({ slotId }) =>
      week.adults
        .filter((adult) => adult.slotIds.has(slotId))
        .map(({ staffId }) => {
          const wanted = { demandId, slotId, staffId, isPinned: false };
          return { wanted, breaches: breachesOf(week, wanted, placed) };
        }),
    );
}

/** How many times a week a demand is placed. */
export const timesPlaced = (week: FullWeek, demandId: string): number =>
  week.placements.filter((one) => one.demandId === demandId).length;
