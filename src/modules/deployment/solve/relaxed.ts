import type { Highs } from 'highs';
import { type Board, isSuited, isThere, pupilsOf } from '../domain/placement/board.ts';
import { type Run, runFrom } from '../domain/placement/runs.ts';
import { worthOf } from '../domain/placement/score.ts';
import { type Adult, type Demand, type Force, forces } from '../domain/week.ts';
import { piecesOf } from './hard-rows.ts';
import { atMost, none, type Patience, type Row, solveInOrder, zeroOrOne } from './program.ts';

/** A time at which a demand could begin, whoever gives it. */
type Start = { readonly demand: Demand; readonly slotId: string; readonly run: Run };

/** What cannot be bettered by force, and the starts with which a week would reach it if adults were alike. */
export type Relaxed = {
  readonly bounds: Readonly<Record<Force, number>>;
  readonly reached: Readonly<Record<Force, number>>;
  /** `demandId slotId` */
  readonly starts: ReadonlySet<string>;
};

/**
 * The week with its adults taken together: at each time, those who could give some kinds of help must be as many as give one of
 * them, and so in their minutes. Every timetable that can be worked obeys that, so that what is the most here is a
 * bound for every one. Null where there was no time.
 * With 2 adults of whom 1 is trained, two demands for the training at one time count as one.
 */
export function relaxedWeek(
  highs: Highs,
  board: Board,
  patience: Patience & {
    /** What a timetable gives already: where that is all that is asked, nothing is left to find out. */
    readonly given: Readonly<Record<Force, number>>;
    /** The bound of a force is then for all timetables that give as much of those before it. */
    readonly atLeast?: Readonly<Record<Force, number>>;
  },
): Relaxed | null {
  const starts = board.week.demands.flatMap((demand) => startsOf(board, demand));
  const rows = [...rowsOfDemands(board, starts), ...rowsOfAdults(board, starts)];
  const { atLeast, given } = patience;
  const aims = forces.map((force) => {
    const columns = starts.flatMap(({ demand }, at) => (demand.force === force ? [at] : []));
    const factors = columns.map((at) => {
      const start = starts[at];
      return start === undefined ? 0 : worthOf(board, start.demand);
    });
    const all = board.week.demands
      .filter((demand) => demand.force === force)
      .reduce((sum, demand) => sum + demand.times * worthOf(board, demand), 0);
    return { columns, factors, ...(given[force] === all ? { sure: all } : {}) };
  });
  const locks = atLeast && { locks: forces.map((force) => atLeast[force]) };
  if (starts.length === 0) return { bounds: nothing, reached: nothing, starts: new Set() };
  const solved = solveInOrder(highs, { columns: starts.map(() => zeroOrOne), rows }, aims, {
    ...patience,
    ...locks,
    isEasy: true,
  });
  if (solved === null) return null;
  const chosen = starts.filter((_, at) => (solved.values[at] ?? 0) > 0.5);
  const byForce = (of: 'bound' | 'value') => {
    const [safety, law, intervention, general] = solved.reached.map((one) => one[of]);
    return {
      safety: safety ?? 0,
      law: law ?? 0,
      intervention: intervention ?? 0,
      general: general ?? 0,
    };
  };
  return {
    bounds: byForce('bound'),
    reached: byForce('value'),
    starts: new Set(chosen.map(({ demand, slotId }) => `${demand.demandId} ${slotId}`)),
  };
}

const nothing = { safety: 0, law: 0, intervention: 0, general: 0 };

function startsOf({ week, days }: Board, demand: Demand): readonly Start[] {
  const suited = week.adults.filter((adult) => isSuited(demand, adult));
  return [...demand.startIds].flatMap((slotId) => {
    const run = runFrom(days, slotId, demand.length);
    const isPossible =
      run !== null && suited.some((adult) => isThere(adult, run) && run.minutes <= adult.minutes);
    return isPossible ? [{ demand, slotId, run }] : [];
  });
}

function grouped(starts: readonly Start[], keysOf: (start: Start) => readonly string[]) {
  const groups = new Map<string, number[]>();
  for (const [at, start] of starts.entries())
    for (const key of keysOf(start)) {
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [at]);
      else list.push(at);
    }
  return groups;
}

function rowsOfDemands(board: Board, starts: readonly Start[]): readonly Row[] {
  const pieces = piecesOf(board.days);
  const piecesOfRun = ({ slotIds }: Run) => slotIds.flatMap((slotId) => pieces.get(slotId) ?? []);
  const ofDemand = grouped(starts, ({ demand }) => [demand.demandId]);
  const once = grouped(starts, ({ demand, run }) => [
    ...(demand.oncePerDay ? [`${demand.demandId} ${run.day}`] : []),
    ...(demand.oncePerDay ? [] : piecesOfRun(run).map((piece) => `${demand.demandId} ${piece}`)),
    ...pupilsOf(demand).flatMap((pupilId) => piecesOfRun(run).map((piece) => `${pupilId} ${piece}`)),
  ]);
  return [
    ...[...ofDemand].map(([id, columns]) => atMost(board.demands.get(id)?.times ?? 0, columns)),
    ...[...once.values()].filter((columns) => columns.length > 1).map((columns) => atMost(1, columns)),
  ];
}

/** More groups of adults than this bring no better bound, and time. */
const mostFamilies = 500;

/** For some groups of adults: what only they can give is no more, at each time and in all, than they can give. */
function rowsOfAdults(board: Board, starts: readonly Start[]): readonly Row[] {
  const { adults } = board.week;
  const pieces = piecesOf(board.days);
  const who = new Map<Demand, string>();
  const sets = new Map<string, ReadonlySet<Adult>>();
  for (const { demand } of starts) {
    if (who.has(demand)) continue;
    const suited = adults.filter((adult) => isSuited(demand, adult));
    const key = suited.map(({ staffId }) => staffId).join(' ');
    who.set(demand, key);
    sets.set(key, new Set(suited));
  }
  return familiesOf(sets, adults).flatMap((family) => {
    const inside = new Set(
      [...sets].flatMap(([key, set]) => ([...set].every((one) => family.has(one)) ? [key] : [])),
    );
    const columns = starts.flatMap(({ demand }, at) => (inside.has(who.get(demand) ?? '') ? [at] : []));
    const within = columns.map((at) => starts[at]).filter((start) => start !== undefined);
    const minutes = {
      lower: -none,
      upper: [...family].reduce((sum, adult) => sum + adult.minutes, 0),
      columns,
      factors: within.map(({ run }) => run.minutes),
    };
    const at = grouped(within, ({ run }) => run.slotIds.flatMap((slotId) => pieces.get(slotId) ?? []));
    const there = thereAt(family, pieces);
    const slots = [...at].flatMap(([piece, list]) => {
      const most = there.get(piece) ?? 0;
      return list.length > most
        ? [
            atMost(
              most,
              list.flatMap((index) => columns[index] ?? []),
            ),
          ]
        : [];
    });
    return [minutes, ...slots];
  });
}

function thereAt(
  family: ReadonlySet<Adult>,
  pieces: ReturnType<typeof piecesOf>,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const adult of family)
    for (const piece of new Set([...adult.slotIds].flatMap((slotId) => pieces.get(slotId) ?? [])))
      counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}

/** Those who could give one kind of help, any of two, any of several common ones, and everybody. */
function familiesOf(
  sets: ReadonlyMap<string, ReadonlySet<Adult>>,
  all: readonly Adult[],
): readonly ReadonlySet<Adult>[] {
  const families = new Map<string, ReadonlySet<Adult>>();
  const keep = (family: ReadonlySet<Adult>) => {
    if (families.size < mostFamilies)
      families.set(all.flatMap((adult, at) => (family.has(adult) ? [at] : [])).join(' '), family);
  };
  keep(new Set(all));
  for (const set of sets.values()) keep(set);
  const common = [...sets.values()].toSorted((one, other) => other.size - one.size).slice(0, 6);
  let unions: ReadonlySet<Adult>[] = [new Set()];
  for (const set of common) unions = [...unions, ...unions.map((union) => new Set([...union, ...set]))];
  for (const union of unions) if (union.size > 0) keep(union);
  for (const one of sets.values()) for (const other of sets.values()) keep(new Set([...one, ...other]));
  return [...families.values()];
}
