import type { StaffId } from '#src/kernel/ids.ts';
import { type DayItem, meet } from './day-plan.ts';
import { type Cost, compareCosts, costOfLoss, noCost, plus } from './replan-cost.ts';

/** Who does what, as far as it is decided. */
export type Standing = {
  readonly held: ReadonlyMap<StaffId, readonly DayItem[]>;
  /** Keys of what was decided: it is not moved again. */
  readonly fixed: ReadonlySet<string>;
  /** Adults at work whose day is another than it was. */
  readonly changed: ReadonlySet<StaffId>;
};

/** One way to go on: who takes something, and what they drop for it. */
export type Choice = {
  readonly to: StaffId | null;
  readonly displaced: readonly DayItem[];
  readonly standing: Standing;
  readonly cost: Cost;
};

type Asked = {
  readonly next: DayItem;
  /** Those who could take it if they did nothing else. */
  readonly takers: readonly StaffId[];
  readonly standing: Standing;
  readonly allows: (staffId: StaffId, items: readonly DayItem[]) => boolean;
  readonly takersOf: (item: DayItem) => readonly StaffId[];
};

type Judged = Choice & { readonly expected: Cost };

/**
 * The ways in which something can be taken, or lost; what looks best first. Whoever is free comes first, and where they are
 * enough for as many ways as are looked at nothing else is worked out.
 */
export function optionsOf(asked: Asked, looked: number): readonly Choice[] {
  const { next, takers, standing, allows } = asked;
  const heldBy = (staffId: StaffId) => standing.held.get(staffId) ?? [];
  const isFree = (staffId: StaffId) =>
    !heldBy(staffId).some((item) => meet(item, next)) && allows(staffId, [...heldBy(staffId), next]);
  const free = takers.filter(isFree);
  const first = free.map((staffId) => judged(asked, staffId, heldBy(staffId), [])).toSorted(byExpected);
  if (first.length >= looked) return [...first, lossOf(asked)];
  const busy = takers.filter((staffId) => !free.includes(staffId));
  const rest = [...busy.flatMap((staffId) => waysOf(asked, staffId)), lossOf(asked)];
  return [...first, ...rest.toSorted(byExpected)];
}

const byExpected = (one: Judged, other: Judged): number => compareCosts(one.expected, other.expected);

function lossOf({ next, standing }: Asked): Judged {
  const cost = plus(costOfLoss(next), { ...noCost, moves: 1 });
  return { to: null, displaced: [], standing: fixedIn(standing, next), cost, expected: cost };
}

const fixedIn = (standing: Standing, item: DayItem): Standing => ({
  ...standing,
  fixed: new Set([...standing.fixed, item.key]),
});

/** The ways in which one adult takes it: as they are, or by dropping what is in the way and as little more as the rules ask. */
function waysOf(asked: Asked, staffId: StaffId): readonly Judged[] {
  const { next, standing, allows } = asked;
  const held = standing.held.get(staffId) ?? [];
  const inTheWay = held.filter((item) => meet(item, next));
  if (inTheWay.some(({ key }) => standing.fixed.has(key))) return [];
  const rest = held.filter((item) => !inTheWay.includes(item));
  if (allows(staffId, [...rest, next])) return [judged(asked, staffId, rest, inTheWay)];
  const loose = rest.filter(({ key }) => !standing.fixed.has(key));
  return smallestDrops(loose, (dropped) =>
    allows(staffId, [...rest.filter((item) => !dropped.includes(item)), next]),
  ).map((dropped) =>
    judged(
      asked,
      staffId,
      rest.filter((item) => !dropped.includes(item)),
      [...inTheWay, ...dropped],
    ),
  );
}

/** One thing less, each that is enough; where none is, two less; else nothing can be done. */
function smallestDrops(
  loose: readonly DayItem[],
  isEnough: (dropped: readonly DayItem[]) => boolean,
): readonly (readonly DayItem[])[] {
  const ones = loose.map((item) => [item]).filter(isEnough);
  const pairs = loose
    .flatMap((one, at) => loose.slice(at + 1).map((other) => [one, other]))
    .filter((pair) => !ones.some(([one]) => one !== undefined && pair.includes(one)))
    .filter(isEnough);
  return [...ones, ...pairs];
}

function judged(
  asked: Asked,
  staffId: StaffId,
  kept: readonly DayItem[],
  displaced: readonly DayItem[],
): Judged {
  const { next, standing } = asked;
  const held = new Map(standing.held).set(staffId, [...kept, next]);
  const cost: Cost = {
    ...noCost,
    people: standing.changed.has(staffId) ? 0 : 1,
    moves: 1,
    strangers: next.demand.knows.has(staffId) ? 0 : 1,
  };
  const after: Standing = {
    held,
    fixed: new Set([...standing.fixed, next.key]),
    changed: new Set([...standing.changed, staffId]),
  };
  const expected = displaced.reduce((sum, item) => plus(sum, expectedOf(asked, after, item)), cost);
  return { to: staffId, displaced, standing: after, cost, expected };
}

/** What dropping something is likely to cost: little where somebody is free for it, else that it is lost. */
function expectedOf({ takersOf, allows }: Asked, { held, changed }: Standing, item: DayItem): Cost {
  const isFree = (staffId: StaffId) => {
    const busy = held.get(staffId) ?? [];
    return !busy.some((one) => meet(one, item)) && allows(staffId, [...busy, item]);
  };
  const takers = takersOf(item);
  if (takers.some((staffId) => changed.has(staffId) && isFree(staffId))) return { ...noCost, moves: 1 };
  if (takers.some(isFree)) return { ...noCost, moves: 1, people: 1 };
  return plus(costOfLoss(item), { ...noCost, moves: 1 });
}
