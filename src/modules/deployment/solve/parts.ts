import type { Board, Option } from '../domain/placement/board.ts';
import type { Adult, Demand } from '../domain/week.ts';
import type { Part } from './free-again.ts';

/** The timetable so far, and what could be in it. */
export type State = {
  readonly board: Board;
  readonly optionsOf: ReadonlyMap<Demand, readonly Option[]>;
  readonly pinned: ReadonlySet<Option>;
  readonly now: readonly Option[];
  /** From 0 up to 1, another each time. */
  readonly chance: () => number;
};

const pick = <T>(list: readonly T[], chance: () => number): T | undefined =>
  list[Math.floor(chance() * list.length)];

const shuffled = <T>(list: readonly T[], chance: () => number): readonly T[] =>
  list
    .map((one) => ({ one, key: chance() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ one }) => one);

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
