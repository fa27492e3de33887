import { type Board, isSuited, type Option } from '../domain/placement/board.ts';
import type { Adult, Demand, Force } from '../domain/week.ts';
import type { Part } from './free-again.ts';

/** The timetable so far, and what could be in it. */
export type State = {
  readonly board: Board;
  readonly optionsOf: ReadonlyMap<Demand, readonly Option[]>;
  readonly pinned: ReadonlySet<Option>;
  readonly now: readonly Option[];
  /** `demandId slotId`: the starts that the week would have if adults were alike. */
  readonly starts: ReadonlySet<string>;
  /** From 0 up to 1, another each time. */
  readonly chance: () => number;
};

/** So many demands that miss times are tried in a part at most. */
const mostUnmet = 12;

const pick = <T>(list: readonly T[], chance: () => number): T | undefined =>
  list[Math.floor(chance() * list.length)];

const shuffled = <T>(list: readonly T[], chance: () => number): readonly T[] =>
  list
    .map((one) => ({ one, key: chance() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one);

/** The demands of some forces that miss times. */
export function unmetOf(
  { board, now }: Pick<State, 'board' | 'now'>,
  of: readonly Force[],
): readonly Demand[] {
  const given = Map.groupBy(now, ({ demand }) => demand);
  return board.week.demands.filter(
    (demand) => of.includes(demand.force) && (given.get(demand)?.length ?? 0) < demand.times,
  );
}

/** Some adults' weeks, around help that misses times; null where nothing misses any. */
export function partOfAdults(state: State, more: readonly Force[], count: number): Part | null {
  const { board, chance } = state;
  const unmet = shuffled(unmetOf(state, more), chance);
  const wanted = unmet.find((demand) => (state.optionsOf.get(demand)?.length ?? 0) > 0);
  if (wanted === undefined) return null;
  const suited = shuffled(
    board.week.adults.filter((adult) => isSuited(wanted, adult)),
    chance,
  );
  const others = shuffled(
    board.week.adults.filter((adult) => !suited.includes(adult)),
    chance,
  );
  const near = Math.max(1, Math.ceil(count * 0.7));
  const adults = [...suited.slice(0, near), ...others, ...suited.slice(near)].slice(0, count);
  return partOf(state, new Set(adults), [wanted, ...unmet.slice(0, mostUnmet)]);
}

/** One day of some adults. */
export function partOfDay(state: State, more: readonly Force[], count: number): Part {
  const { board, chance } = state;
  const day = 1 + Math.floor(chance() * 5);
  const adults = new Set(shuffled(board.week.adults, chance).slice(0, count * 4));
  const unmet = shuffled(unmetOf(state, more), chance).slice(0, mostUnmet * 2);
  const whole = partOf(state, adults, unmet);
  const onDay = ({ run }: Option) => run.day === day;
  const freed = whole.freed.filter(onDay);
  const kept = new Set(freed);
  return {
    freed,
    fixed: state.now.filter((option) => !kept.has(option)),
    options: whole.options.filter(onDay),
  };
}

/** The adults who share a pupil: who gives what between them, at the same times. */
export function partOfPupil(state: State, count: number): Part | null {
  const { now, chance, pinned } = state;
  const around = pick(
    now.filter(({ demand }) => demand.pupilIds.length > 0),
    chance,
  );
  if (around === undefined) return null;
  const pupils = new Set(around.demand.pupilIds);
  const theirs = now.filter(({ demand }) => demand.pupilIds.some((id) => pupils.has(id)));
  const knowing = state.board.week.adults.filter(({ staffId }) => around.demand.knows.has(staffId));
  const adults = new Set<Adult>(
    shuffled([...new Set([...theirs.map(({ adult }) => adult), ...knowing])], chance).slice(0, count),
  );
  for (const adult of shuffled(state.board.week.adults, chance)) if (adults.size < count) adults.add(adult);
  const freed = now.filter((option) => adults.has(option.adult) && !pinned.has(option));
  const times = new Set(freed.map(timeOf));
  const kept = new Set(freed);
  return {
    freed,
    fixed: now.filter((option) => !kept.has(option)),
    options: optionsFor(state, new Set(freed.map(({ demand }) => demand)), adults, (option) =>
      times.has(timeOf(option)),
    ),
  };
}

const timeOf = ({ demand, slotId }: Option): string => `${demand.demandId} ${slotId}`;

/** All of some adults' week, with help that misses times: at the times it has, those that would be best, or any. */
function partOf(state: State, adults: ReadonlySet<Adult>, unmet: readonly Demand[]): Part {
  const { now, pinned, starts } = state;
  const freed = now.filter((option) => adults.has(option.adult) && !pinned.has(option));
  const kept = new Set(freed);
  const times = new Set(freed.map(timeOf));
  const anywhere = new Set(unmet);
  const demands = new Set([...freed.map(({ demand }) => demand), ...unmet]);
  return {
    freed,
    fixed: now.filter((option) => !kept.has(option)),
    options: optionsFor(
      state,
      demands,
      adults,
      (option) => anywhere.has(option.demand) || times.has(timeOf(option)) || starts.has(timeOf(option)),
    ),
  };
}

function optionsFor(
  { optionsOf }: State,
  demands: ReadonlySet<Demand>,
  adults: ReadonlySet<Adult>,
  isWanted: (option: Option) => boolean,
): readonly Option[] {
  return [...demands].flatMap((demand) =>
    (optionsOf.get(demand) ?? []).filter((option) => adults.has(option.adult) && isWanted(option)),
  );
}

/** Numbers from 0 up to 1 that are the same each time: a suggestion asked for twice is the same twice. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
