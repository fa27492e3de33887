import type { Highs } from 'highs';
import {
  type Board,
  keyOf,
  type Option,
  optionOf,
  optionsOf,
  placementOf,
} from '../domain/placement/board.ts';
import { compareScores, type Score, scoreOf } from '../domain/placement/score.ts';
import { type Demand, forces, type Placement } from '../domain/week.ts';
import type { Part, Try } from './free-again.ts';
import { placeAnew } from './free-again.ts';

export type Asked = {
  readonly seconds: number;
  readonly isStopped?: () => boolean;
  /** How far the search has come, from 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Milliseconds of some clock; of the wall, where it is not said. */
  readonly clock?: () => number;
};

/** A search for a better timetable: what it has found, and the time that is left to it. */
export type Search = {
  readonly highs: Highs;
  readonly board: Board;
  readonly optionsOf: ReadonlyMap<Demand, readonly Option[]>;
  readonly pinned: ReadonlySet<Option>;
  readonly count: number;
  readonly now: () => readonly Option[];
  readonly score: () => Score;
  readonly best: () => readonly Placement[];
  readonly left: () => number;
  readonly clock: () => number;
  readonly isStopped: () => boolean;
  /** Goes on from another timetable where it is better; says whether it is. */
  readonly take: (options: readonly Option[]) => boolean;
  /** Goes on from another timetable that gives as much of each force, better or not. */
  readonly drift: (options: readonly Option[]) => void;
  readonly optionsFor: (placements: readonly Placement[]) => readonly Option[];
  readonly placementsOf: (options: readonly Option[]) => readonly Placement[];
  /** Places a part anew; whether that made the timetable better. */
  readonly tryPart: (part: Part, how: Pick<Try, 'seconds' | 'more' | 'isPolished'>) => boolean;
  readonly say: (share: number) => void;
};

/** Progress is told when so much more is done, not with every step. */
const saidApart = 0.005;

/** Begins a search from what stands. */
export function openSearch(highs: Highs, board: Board, kept: readonly Placement[], asked: Asked): Search {
  const clock = asked.clock ?? (() => performance.now());
  const began = clock();
  // A little is kept back for putting the answer together.
  const left = () => asked.seconds * 0.985 - (clock() - began) / 1000;
  const isStopped = () => asked.isStopped?.() === true || left() <= 0;
  const all = new Map(board.week.demands.map((demand) => [demand, optionsOf(board, demand)]));
  const byKey = new Map(
    [...all.values()].flatMap((list) => list.map((option) => [keyOf(placementOf(option)), option] as const)),
  );
  const optionsFor = (placements: readonly Placement[]) =>
    placements.flatMap((placement) => byKey.get(keyOf(placement)) ?? optionOf(board, placement) ?? []);
  const pins = new Set(kept.filter(({ isPinned }) => isPinned).map(keyOf));
  const placementsOf = (options: readonly Option[]) =>
    options.map((option) => {
      const placement = placementOf(option);
      return { ...placement, isPinned: pins.has(keyOf(placement)) };
    });
  let said = 0;
  let now: readonly Option[] = optionsFor(kept);
  let score = scoreOf(board, kept);
  let best = { options: now, score };
  const go = (options: readonly Option[], found: Score) => {
    now = options;
    score = found;
    if (compareScores(score, best.score) > 0) best = { options, score };
  };
  const search: Search = {
    highs,
    board,
    optionsOf: all,
    pinned: new Set(optionsFor(kept.filter(({ isPinned }) => isPinned))),
    count: [...all.values()].reduce((sum, { length }) => sum + length, 0),
    now: () => now,
    score: () => score,
    best: () => placementsOf(best.options),
    left,
    clock,
    isStopped,
    take: (options) => {
      const found = scoreOf(board, placementsOf(options));
      const isBetter = compareScores(found, score) > 0;
      if (isBetter) go(options, found);
      return isBetter;
    },
    drift: (options) => {
      const found = scoreOf(board, placementsOf(options));
      if (forces.every((force) => found[force] >= score[force])) go(options, found);
    },
    optionsFor,
    placementsOf,
    tryPart: (part, { seconds, more, isPolished }) => {
      const limit = Math.min(seconds, left());
      const answer = placeAnew(part, { highs, board, seconds: limit, isStopped, clock, more, isPolished });
      return answer !== null && search.take([...part.fixed, ...answer.placed]);
    },
    say: (share) => {
      if (share < said + saidApart) return;
      said = share;
      asked.onProgress?.(share);
    },
  };
  return search;
}
