import type { StaffId } from '#src/kernel/ids.ts';
import { daysOf, runFrom } from '../placement/runs.ts';
import { type Demand, forces, type Placement, type Week, type Weekday } from '../week.ts';

/** An adult who is not there from one minute of the day until another. */
export type Away = { readonly staffId: StaffId; readonly from: number; readonly until: number };

/** A placement that somebody else takes on one day, or nobody. */
export type Move = {
  readonly placement: Placement;
  readonly to: StaffId | null;
  /** Where it is given at another time of the day, the slot at which it begins; absent: at its own. */
  readonly slotId?: string | undefined;
};

/** A placement of one day, with what it is and when. */
export type DayItem = {
  readonly key: string;
  readonly placement: Placement;
  readonly demand: Demand;
  readonly from: number;
  readonly until: number;
};

/** The day from midnight to midnight, by the wall clock: on the two days a year on which clocks change, too. */
export const wholeDay = { from: 0, until: 24 * 60 } as const;

/** Which placement is meant, in one word: a form carries it. */
export const keyOfPlacement = ({ demandId, slotId, staffId }: Placement): string =>
  `${demandId} ${slotId} ${staffId}`;

type Times = { readonly from: number; readonly until: number };
/** Whether two stretches share a minute at least. */
export const meet = (one: Times, other: Times): boolean => one.from < other.until && other.from < one.until;

/** The placements of one weekday with their times, by time. What has no slot or demand in the week is left out. */
export function itemsOn(week: Week, day: Weekday): readonly DayItem[] {
  const days = daysOf(week.slots);
  const demands = new Map(week.demands.map((demand) => [demand.demandId, demand]));
  return week.placements
    .flatMap((placement) => {
      const demand = demands.get(placement.demandId);
      const run = demand === undefined ? null : runFrom(days, placement.slotId, demand.length);
      if (demand === undefined || run === null || run.day !== day) return [];
      return [{ key: keyOfPlacement(placement), placement, demand, from: run.from, until: run.until }];
    })
    .toSorted((one, other) => one.from - other.from || (one.key < other.key ? -1 : 1));
}

/** 0 for what is kept first. */
export const rankOf = ({ force }: Pick<Demand, 'force'>): number => forces.indexOf(force);

/** Whether an adult is away for a part of some stretch of the day at least. */
export const isAway = (away: readonly Away[], staffId: StaffId, times: Times): boolean =>
  away.some((one) => one.staffId === staffId && meet(one, times));

/** What falls on a day as adults are away: safety and medical first, then what the law owes, interventions, the rest. */
export const fallenOn = (week: Week, day: Weekday, away: readonly Away[]): readonly DayItem[] =>
  itemsOn(week, day)
    .filter((item) => isAway(away, item.placement.staffId, item))
    .toSorted((one, other) => rankOf(one.demand) - rankOf(other.demand) || one.from - other.from);

/** A week in which the moves of one day are made: what moved is with whoever took it, what was lost is not there. */
export function withMoves(week: Week, moves: readonly Move[]): Week {
  const to = new Map(moves.map((move) => [keyOfPlacement(move.placement), move]));
  const placements = week.placements.flatMap((placement) => {
    const move = to.get(keyOfPlacement(placement));
    if (move === undefined) return [placement];
    const { to: staffId, slotId = placement.slotId } = move;
    return staffId === null ? [] : [{ ...placement, staffId, slotId }];
  });
  return { ...week, placements };
}
