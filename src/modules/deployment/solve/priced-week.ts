import { type Board, type Option, pupilsOf } from '../domain/placement/board.ts';
import { type Score, worthOf } from '../domain/placement/score.ts';
import { type Demand, type Force, forces, type Weekday } from '../domain/week.ts';
import { piecesOf } from './hard-rows.ts';

/** What all adults together may not exceed; where it is exact, not fall short of either. */
export type Limit = { readonly most: number; readonly isExact: boolean };

/** A time of a demand, whoever gives it: what it is worth, and how much it counts to which limits. */
export type Start = {
  readonly worth: number;
  readonly minutes: number;
  readonly limits: readonly number[];
  readonly factors: readonly number[];
};

/** A stretch of a day, until the piece with a number, and the starts that could fill it. */
export type Stretch = {
  readonly until: number;
  readonly slots: number;
  readonly minutes: number;
  readonly starts: readonly number[];
};

/** An adult's days: of each piece of each day the stretches that begin with it. */
export type OwnDays = {
  readonly minutes: number;
  readonly inARow: number | null;
  readonly days: readonly (readonly (readonly Stretch[])[])[];
};

/** A week in which each adult could plan alone, but for the limits. */
export type PricedWeek = {
  readonly limits: readonly Limit[];
  readonly starts: readonly Start[];
  readonly adults: readonly OwnDays[];
};

type Asked = {
  readonly board: Board;
  readonly optionsOf: ReadonlyMap<Demand, readonly Option[]>;
  readonly force: Force;
  /** At least so much is given of the forces before. */
  readonly given: Score;
};

/** The week as one force sees it: what comes before it must be given as much as it is, what comes after it is left out. */
export function pricedWeek({ board, optionsOf, force, given }: Asked): PricedWeek {
  const before = forces.slice(0, forces.indexOf(force));
  const all = [...optionsOf].filter(([demand]) => demand.force === force || before.includes(demand.force));
  const most = mostOf(board, optionsOf);
  const limits: Limit[] = [];
  const limitOf = new Map<string, number>();
  const limit = (key: string, one: Limit): number => {
    const known = limitOf.get(key) ?? limits.push(one) - 1;
    limitOf.set(key, known);
    return known;
  };
  const shared = sharedBy(
    board,
    all.map(([demand]) => demand),
  );
  const starts: Start[] = [];
  const numbers = new Map<string, number>();
  for (const [demand, options] of all) {
    const isFull = given[demand.force] >= most[demand.force];
    const isExact = demand.force !== force && isFull;
    for (const option of onePerStart(options)) {
      const worth = worthOf(board, demand);
      const keys = shared(option);
      const owed = demand.force === force || isFull ? [] : [limit(demand.force, owedOf(given[demand.force]))];
      const start = {
        worth: demand.force === force ? worth : 0,
        minutes: option.run.minutes,
        limits: [
          limit(demand.demandId, { most: timesOf(demand, options), isExact }),
          ...keys.map((key) => limit(key, { most: 1, isExact: false })),
          ...owed,
        ],
        factors: [1, ...keys.map(() => 1), ...owed.map(() => -worth / scale)],
      };
      numbers.set(startKey(option), starts.push(start) - 1);
    }
  }
  const byAdult = Map.groupBy(
    all.flatMap(([, options]) => options),
    ({ adult }) => adult,
  );
  const days = daysLaidOut(board, (option) => numbers.get(startKey(option)) ?? 0);
  const adults = board.week.adults.map((adult) => ({
    minutes: adult.minutes,
    inARow: adult.inARow,
    days: days(byAdult.get(adult) ?? []),
  }));
  return { limits, starts, adults };
}

/** What is owed of a force is counted in about so much at once, to be of a size with the other limits. */
const scale = 100;
const owedOf = (amount: number): Limit => ({ most: -amount / scale, isExact: false });

const startKey = ({ demand, slotId }: Option): string => `${demand.demandId} ${slotId}`;
const onePerStart = (options: readonly Option[]): readonly Option[] =>
  [...Map.groupBy(options, ({ slotId }) => slotId).values()].flatMap(([first]) => first ?? []);

/** The most times that a demand could be given if nothing else were. */
const timesOf = ({ times, oncePerDay }: Demand, options: readonly Option[]): number =>
  Math.min(times, new Set(options.map(({ run, slotId }) => (oncePerDay ? run.day : slotId))).size);

/** The most of each force if nothing stood in the way of anything else. */
export function mostOf(board: Board, optionsOf: Asked['optionsOf']): Readonly<Record<Force, number>> {
  const sum = { safety: 0, law: 0, intervention: 0, general: 0 };
  for (const [demand, options] of optionsOf)
    sum[demand.force] += timesOf(demand, options) * worthOf(board, demand);
  return sum;
}

/** Of what only one can be: times on one day or at one time of a demand, and times of a pupil with several demands. */
function sharedBy(board: Board, demands: readonly Demand[]): (option: Option) => readonly string[] {
  const pieces = piecesOf(board.days);
  const ofPupil = new Map<string, Set<string>>();
  for (const demand of demands)
    for (const pupilId of pupilsOf(demand))
      ofPupil.set(pupilId, (ofPupil.get(pupilId) ?? new Set()).add(demand.demandId));
  // Pupils of the same groups have the same limits.
  const groupsOf = (demand: Demand): ReadonlySet<string> =>
    new Set(
      pupilsOf(demand).flatMap((pupilId) => {
        const ids = [...(ofPupil.get(pupilId) ?? [])];
        return ids.length > 1 ? [ids.join(' ')] : [];
      }),
    );
  const known = new Map(demands.map((demand) => [demand, [...groupsOf(demand)]]));
  return ({ demand, run }) => {
    const its = run.slotIds.flatMap((slotId) => pieces.get(slotId) ?? []);
    return [
      ...(demand.oncePerDay ? [run.day] : its).map((time) => `${demand.demandId} ${time}`),
      ...(known.get(demand) ?? []).flatMap((group) => its.map((piece) => `${group}; ${piece}`)),
    ];
  };
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];

function daysLaidOut({ week }: Board, numberOf: (option: Option) => number) {
  const times = weekdays.map((day) => {
    const ofDay = week.slots.filter((slot) => slot.day === day);
    return [...new Set(ofDay.flatMap(({ from, until }) => [from, until]))].toSorted(
      (one, other) => one - other,
    );
  });
  return (options: readonly Option[]): OwnDays['days'] =>
    weekdays.map((day, at) => {
      const clock = times[at] ?? [];
      const byFrom = Map.groupBy(
        options.filter(({ run }) => run.day === day),
        ({ run }) => run.from,
      );
      return clock.map((from) => stretchesOf(byFrom.get(from) ?? [], clock, numberOf));
    });
}

function stretchesOf(
  options: readonly Option[],
  clock: readonly number[],
  numberOf: (option: Option) => number,
): readonly Stretch[] {
  const alike = Map.groupBy(options, ({ run }) => `${run.until} ${run.slotIds.length}`);
  return [...alike.values()].flatMap((list) =>
    list.slice(0, 1).map(({ run }) => ({
      until: clock.indexOf(run.until),
      slots: run.slotIds.length,
      minutes: run.minutes,
      starts: list.map(numberOf),
    })),
  );
}
