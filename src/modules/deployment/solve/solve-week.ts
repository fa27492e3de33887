import type { Highs } from 'highs';
import {
  type Board,
  boardOf,
  keyOf,
  type Option,
  optionOf,
  optionsOf,
  placementOf,
} from '../domain/placement/board.ts';
import { placeGreedily, whatStands } from '../domain/placement/greedy.ts';
import { compareScores, type Score, scoreOf } from '../domain/placement/score.ts';
import { type Force, forces, type Placement, type Week } from '../domain/week.ts';
import { placeAnew } from './free-again.ts';
import { chanceFrom, partOfAdults, partOfDay, partOfPupil, type State } from './parts.ts';
import { type Relaxed, relaxedWeek } from './relaxed.ts';

/** How far the search has come, from 0 to 1. */
export type Asked = {
  readonly seconds: number;
  readonly isStopped?: () => boolean;
  readonly onProgress?: (share: number) => void;
};

/** A timetable, and how far from the best possible it is. */
export type Suggested = {
  readonly placements: readonly Placement[];
  /** What stood and could not stay, because it breaks a hard rule by now. */
  readonly letGo: readonly Placement[];
  readonly score: Score;
  /** No timetable that gives as much of the forces before it gives more than this. */
  readonly bounds: Readonly<Record<Force, number>>;
  /** Whether nothing at all can be better, few adults a pupil and the rest included. */
  readonly isProven: boolean;
};

/** Weeks with no more than so many possible placements are solved whole. */
const smallEnough = 500;

/**
 * The best timetable that can be found in the time: what is pinned stays, and never is the answer worse than what stood.
 * Small weeks are solved whole; of large ones parts are placed anew, one after the other, until the bound is reached.
 * (rule place-3)
 */
export function solveWeek(highs: Highs, week: Week, asked: Asked): Suggested {
  const board = boardOf(week);
  const { kept, letGo } = whatStands(board);
  const search = openSearch(highs, board, kept, asked);
  const isProven = search.count <= smallEnough && search.whole();
  const bounds = isProven ? scoreOf(board, search.placements()) : search.improve();
  return {
    placements: search.placements(),
    letGo,
    score: scoreOf(board, search.placements()),
    bounds: {
      safety: bounds.safety,
      law: bounds.law,
      intervention: bounds.intervention,
      general: bounds.general,
    },
    isProven,
  };
}

/** The share of what is possible that a timetable falls short of, of the force where that is most. */
export function gapOf({ score, bounds }: Pick<Suggested, 'score' | 'bounds'>): number {
  return Math.max(
    0,
    ...forces.map((force) => (bounds[force] === 0 ? 0 : (bounds[force] - score[force]) / bounds[force])),
  );
}

function openSearch(highs: Highs, board: Board, kept: readonly Placement[], asked: Asked) {
  const began = performance.now();
  const left = () => asked.seconds - (performance.now() - began) / 1000;
  const isStopped = asked.isStopped ?? (() => false);
  const all = new Map(board.week.demands.map((demand) => [demand, optionsOf(board, demand)]));
  const count = [...all.values()].reduce((sum, { length }) => sum + length, 0);
  const byKey = new Map(
    [...all.values()].flatMap((list) => list.map((option) => [keyOf(placementOf(option)), option] as const)),
  );
  const optionsFor = (placements: readonly Placement[]) =>
    placements.flatMap((placement) => byKey.get(keyOf(placement)) ?? optionOf(board, placement) ?? []);
  const pinnedKeys = new Set(kept.filter(({ isPinned }) => isPinned).map(keyOf));
  const pinned = new Set(optionsFor(kept.filter(({ isPinned }) => isPinned)));
  const placementsOf = (options: readonly Option[]) =>
    options.map((option) => {
      const placement = placementOf(option);
      return { ...placement, isPinned: pinnedKeys.has(keyOf(placement)) };
    });
  let now: readonly Option[] = [];
  let score = scoreOf(board, []);
  const take = (options: readonly Option[]): boolean => {
    const found = scoreOf(board, placementsOf(options));
    if (compareScores(found, score) <= 0) return false;
    now = options;
    score = found;
    return true;
  };
  now = optionsFor(kept);
  score = scoreOf(board, kept);
  const onlyPinned = kept.filter(({ isPinned }) => isPinned);
  take(optionsFor(placeGreedily(board, kept)));
  take(optionsFor(placeGreedily(board, onlyPinned)));
  const chance = chanceFrom(20261122);
  const fresh = (more: readonly Force[], seconds: number, isPolished: boolean) => ({
    highs,
    board,
    seconds: Math.min(seconds, left()),
    isStopped,
    more,
    isPolished,
  });

  /** The whole week as one program; whether the answer is proved to be the best. */
  const whole = (): boolean => {
    const freed = now.filter((option) => !pinned.has(option));
    const part = { fixed: [...pinned], freed, options: [...all.values()].flat() };
    const answer = placeAnew(part, fresh(forces, left(), true));
    if (answer === null) return freed.length === 0 && count === pinned.size;
    take([...pinned, ...answer.placed]);
    return answer.solved.reached.every(({ value, bound }) => bound - value < 1);
  };

  const relaxed = (isLast: boolean): Relaxed | null =>
    relaxedWeek(highs, board, {
      seconds: Math.max(isLast ? 2 : 0, left() * (isLast ? 1 : 0.5)),
      isStopped,
      given: score,
      ...(isLast ? { atLeast: score } : {}),
    });

  const improve = (): Readonly<Record<Force, number>> => {
    const first = relaxed(false);
    const starts = first?.starts ?? new Set<string>();
    take(optionsFor(placeGreedily(withStarts(board, starts), onlyPinned)));
    take(optionsFor(placeGreedily(board, placementsOf(now))));
    const state = (): State => ({ board, optionsOf: all, pinned, now, starts, chance });
    const short = () =>
      forces.filter((force) => score[force] < (first?.reached[force] ?? Number.POSITIVE_INFINITY));
    let size = 3;
    for (let turn = 0, still = 0; left() > asked.seconds * 0.15 && !isStopped(); turn += 1) {
      const more = short();
      if (more.length === 0 || still > 60) break;
      const part = turn % 3 === 2 ? partOfDay(state(), more, size) : partOfAdults(state(), more, size);
      if (part === null) break;
      const from = performance.now();
      const answer = placeAnew(part, fresh(more, Math.max(0.5, asked.seconds / 25), false));
      const spent = (performance.now() - from) / 1000;
      const isBetter = answer !== null && take([...part.fixed, ...answer.placed]);
      still = isBetter ? 0 : still + 1;
      if (spent < asked.seconds / 100 && !isBetter) size = Math.min(size + 0.34, board.week.adults.length);
      else if (spent > asked.seconds / 40) size = Math.max(2, size - 0.5);
      asked.onProgress?.(0.8 * (1 - left() / asked.seconds));
    }
    polish(state);
    const isSame =
      first !== null && forces.slice(0, 3).every((force) => score[force] >= first.reached[force]);
    const bounds = isSame ? first.bounds : (relaxed(true)?.bounds ?? null);
    return bounds ?? askedAltogether(board);
  };

  const polish = (state: () => State): void => {
    for (let turn = 0, still = 0; left() > asked.seconds * 0.1 && !isStopped() && still < 40; turn += 1) {
      const part = partOfPupil(state(), 2 + (turn % 3));
      if (part === null) break;
      const answer = placeAnew(part, fresh([], Math.max(0.3, asked.seconds / 40), true));
      const isBetter = answer !== null && take([...part.fixed, ...answer.placed]);
      still = isBetter ? 0 : still + 1;
      asked.onProgress?.(1 - left() / asked.seconds);
    }
  };

  return { count, whole, improve, placements: () => placementsOf(now) };
}

/** The week in which help begins only when the relaxed week has it begin. */
const withStarts = (board: Board, starts: ReadonlySet<string>): Board =>
  boardOf({
    ...board.week,
    demands: board.week.demands.map((demand) => ({
      ...demand,
      startIds: new Set([...demand.startIds].filter((id) => starts.has(`${demand.demandId} ${id}`))),
    })),
  });

/** Where there was no time for a better bound: nobody can give more than what is asked. */
function askedAltogether({ week, minutesEach }: Board): Readonly<Record<Force, number>> {
  const sum = { safety: 0, law: 0, intervention: 0, general: 0 };
  for (const { force, demandId, times, need } of week.demands)
    sum[force] += times * need * (minutesEach.get(demandId) ?? 0);
  return sum;
}
