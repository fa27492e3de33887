import type { StaffId } from '#src/kernel/ids.ts';
import { breaches } from '../placement/check.ts';
import type { Demand, Week, Weekday } from '../week.ts';
import { type Away, type DayItem, isAway, itemsOn } from './day-plan.ts';

/**
 * The week as it holds on a day on which adults are away (rule cover-3): what only somebody away may give may be given by
 * whoever has the skills. Everything else stands as it does in the week.
 */
export function weekWithout(week: Week, day: Weekday, away: readonly Away[]): Week {
  const named = new Set(
    itemsOn(week, day)
      .filter(({ demand: { only }, ...times }) => {
        const asked = only === null ? [] : [...only];
        return asked.length > 0 && asked.every((staffId) => isAway(away, staffId, times));
      })
      .map(({ demand }) => demand.demandId),
  );
  const demands = week.demands.map(
    (demand): Demand => (named.has(demand.demandId) ? { ...demand, only: null } : demand),
  );
  return { ...week, demands };
}

/**
 * Whether somebody may do all this on a day, by the hard rules of the week: their other days stand as they are. What was
 * broken before may stay so; nothing new may be.
 */
export function allowsBy(week: Week, day: Weekday): (staffId: StaffId, items: readonly DayItem[]) => boolean {
  const today = new Set(itemsOn(week, day).map(({ placement }) => placement));
  const elsewhere = Map.groupBy(
    week.placements.filter((placement) => !today.has(placement)),
    ({ staffId }) => staffId,
  );
  const demands = new Map(week.demands.map((demand) => [demand.demandId, demand]));
  const standing = new Map(
    week.adults.map((adult) => {
      const own = week.placements.filter(({ staffId }) => staffId === adult.staffId);
      return [adult.staffId, { adult, broken: new Set(brokenBy(own, [adult])) }];
    }),
  );
  function brokenBy(placements: Week['placements'], adults: Week['adults']): readonly string[] {
    const asked = new Set(placements.flatMap(({ demandId }) => demands.get(demandId) ?? []));
    return breaches({ ...week, adults, demands: [...asked] }, placements)
      .filter(({ kind }) => kind !== 'times' && kind !== 'day')
      .map(({ kind, words }) => `${kind} ${words}`);
  }
  return (staffId, items) => {
    const held = standing.get(staffId);
    if (held === undefined) return false;
    const placements = [
      ...(elsewhere.get(staffId) ?? []),
      ...items.map(({ placement }) => ({ ...placement, staffId })),
    ];
    return brokenBy(placements, [held.adult]).every((one) => held.broken.has(one));
  };
}
