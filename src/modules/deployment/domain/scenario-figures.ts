import type { NamedDemand } from './demand-facts.ts';
import type { FullWeek, NamedAdult } from './full-week.ts';
import { boardOf, isSuited, optionsOf } from './placement/board.ts';
import { whatStands } from './placement/greedy.ts';
import { type Coverage, coverageOf } from './placement/score.ts';
import { penceAYear } from './scenario.ts';
import { forces, type Placement } from './week.ts';

/** What a week gives, costs and risks. */
export type WeekFigures = {
  readonly coverage: readonly Coverage[];
  /** Of the hours that can be placed; null where no rate is known or the reader's to see. */
  readonly pence: { readonly week: number; readonly year: number } | null;
  /** Adults whose rate is not known: they are not in the cost. */
  readonly unpriced: number;
  readonly minutes: number;
  /** What is given in another week and is missing here, the most binding first: what falls first. */
  readonly falls: readonly { readonly demand: NamedDemand; readonly times: number }[];
  /** What must be given, for safety or by law, and one adult alone could give. */
  readonly hanging: readonly { readonly demand: NamedDemand; readonly adult: NamedAdult }[];
};

/** What still stands of placements in a week in which something may have changed since they were found. */
export const standingIn = (week: FullWeek, placements: readonly Placement[]): readonly Placement[] =>
  whatStands(boardOf({ ...week, placements })).kept;

/** What a week with some placements gives, costs and risks, beside what stood (rule place-8). */
export function figuresOf(
  week: FullWeek,
  placements: readonly Placement[],
  stood: readonly Placement[],
): WeekFigures {
  const priced = week.adults.filter(({ penceAnHour }) => penceAnHour !== null);
  const hourly = priced.reduce(
    (sum, { penceAnHour, minutes }) => sum + ((penceAnHour ?? 0) * minutes) / 60,
    0,
  );
  const yearly = priced.reduce((sum, adult) => sum + penceAYear(adult), 0);
  return {
    coverage: coverageOf(boardOf(week), placements),
    pence: priced.length === 0 ? null : { week: Math.round(hourly), year: Math.round(yearly) },
    unpriced: week.adults.length - priced.length,
    minutes: week.adults.reduce((sum, { minutes }) => sum + minutes, 0),
    falls: fallsFirst(week, placements, stood),
    hanging: hangingOn(week),
  };
}

function fallsFirst(
  { demands }: FullWeek,
  placements: readonly Placement[],
  stood: readonly Placement[],
): WeekFigures['falls'] {
  const count = (list: readonly Placement[]) => Map.groupBy(list, ({ demandId }) => demandId);
  const [now, before] = [count(placements), count(stood)];
  const times = (of: typeof now, { demandId }: NamedDemand) => of.get(demandId)?.length ?? 0;
  return demands
    .map((demand) => ({ demand, times: times(before, demand) - times(now, demand) }))
    .filter((one) => one.times > 0)
    .toSorted(
      (one, other) =>
        forces.indexOf(one.demand.force) - forces.indexOf(other.demand.force) ||
        other.demand.need - one.demand.need,
    );
}

function hangingOn(week: FullWeek): WeekFigures['hanging'] {
  const board = boardOf(week);
  return week.demands
    .filter(({ force }) => force === 'safety' || force === 'law')
    .flatMap((demand) => {
      const able = new Set(optionsOf(board, { ...demand, only: null }).map(({ adult }) => adult.staffId));
      const [only, ...more] = week.adults.filter(
        (adult) => able.has(adult.staffId) && isSuited({ ...demand, only: null }, adult),
      );
      return only === undefined || more.length > 0 ? [] : [{ demand, adult: only }];
    });
}

/** What of a scenario can be placed in the week as it is: with its real adults, for what is really needed. */
export function takenOver(week: FullWeek, placements: readonly Placement[]): readonly Placement[] {
  const adults = new Set(week.adults.map(({ staffId }) => staffId));
  const demands = new Set(week.demands.map(({ demandId }) => demandId));
  return placements.filter(({ staffId, demandId }) => adults.has(staffId) && demands.has(demandId));
}
