import type { Highs } from 'highs';
import { boardOf } from '../domain/placement/board.ts';
import { placeGreedily, whatStands } from '../domain/placement/greedy.ts';
import { type Score, scoreOf } from '../domain/placement/score.ts';
import { type Force, forces, type Placement, type Week } from '../domain/week.ts';
import { placeAnew } from './free-again.ts';
import { improve } from './improve.ts';
import { type Asked, openSearch, type Search } from './search.ts';

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
  search.take(search.optionsFor(placeGreedily(board, kept)));
  search.take(search.optionsFor(placeGreedily(board, search.placementsOf([...search.pinned]))));
  const isProven = search.count <= smallEnough && isBest(search);
  const bounds = isProven ? search.score() : improve(search, asked.seconds);
  const placements = search.best();
  const { safety, law, intervention, general } = bounds;
  return {
    placements,
    letGo,
    score: scoreOf(board, placements),
    bounds: { safety, law, intervention, general },
    isProven,
  };
}

/**
 * The share of what is possible that a timetable falls short of, of the force where that is most: 0.01 says that nobody
 * can do better than one per cent more of any force without less of one before it. (rule place-4)
 */
export function gapOf({ score, bounds }: Pick<Suggested, 'score' | 'bounds'>): number {
  return Math.max(
    0,
    ...forces.map((force) => (bounds[force] === 0 ? 0 : (bounds[force] - score[force]) / bounds[force])),
  );
}

/** The whole week as one program; whether the answer is proved to be the best. */
function isBest(search: Search): boolean {
  const { pinned } = search;
  const freed = search.now().filter((option) => !pinned.has(option));
  const options = [...search.optionsOf.values()].flat();
  const answer = placeAnew(
    { fixed: [...pinned], freed, options },
    { ...search, seconds: search.left() * 0.5, more: forces, isPolished: true },
  );
  if (answer === null) return false;
  search.take([...pinned, ...answer.placed]);
  return answer.solved.reached.every(({ value, bound }) => bound - value < 1);
}
