import { type Board, boardOf } from '../domain/placement/board.ts';
import { placeGreedily } from '../domain/placement/greedy.ts';
import { moveAlong, wander } from '../domain/placement/move-along.ts';
import { roomFor } from '../domain/placement/room.ts';
import { type Force, forces } from '../domain/week.ts';
import { chanceFrom, partOfAdults, partOfDay, partOfPupil, type State } from './parts.ts';
import { type Relaxed, relaxedWeek } from './relaxed.ts';
import { type Search, shortOf } from './search.ts';

type Bounds = Readonly<Record<Force, number>>;

/** What a turn of the search goes on from. */
type Turn = { readonly search: Search; readonly state: () => State; readonly chance: () => number };

/** Makes a large week better part by part until its time is over or its bound is reached. Returns the bounds. */
export function improve(search: Search, seconds: number): Bounds {
  const { board } = search;
  const chance = chanceFrom(20261122);
  shift({ search, chance }, 0);
  const first = relaxedWeek(search.highs, board, {
    seconds: search.left() * 0.5,
    isStopped: search.isStopped,
    clock: search.clock,
    given: search.score(),
  });
  const starts = first?.starts ?? new Set<string>();
  const onlyPinned = search.placementsOf([...search.pinned]);
  const guided = placeGreedily(withStarts(board, starts), onlyPinned);
  search.take(search.optionsFor(placeGreedily(board, guided)));
  const state = (): State => ({ ...search, now: search.now(), starts, chance });
  const turn = { search, state, chance };
  cover(turn, first, seconds);
  polish(turn, seconds);
  return boundsOf(search, first, seconds);
}

/** So many turns without anything better, and the search for more help is over. */
const mostStill = 90;

/** Places more help: moving others along, and placing parts of the week anew in turn. */
function cover(given: Turn, first: Relaxed | null, seconds: number): void {
  const { search, state } = given;
  let size = 2;
  for (let turn = 0, still = 0; still < mostStill && !search.isStopped(); turn += 1) {
    const more = shortOf(search, first?.reached ?? askedAltogether(search.board));
    if (more.length === 0 || search.left() < seconds * 0.2) return;
    if (turn % 10 === 0) shift(given, turn);
    const part = turn % 10 === 9 ? partOfDay(state(), more, size) : partOfAdults(state(), more, size);
    if (part === null) return;
    const before = search.left();
    const isBetter = search.tryPart(part, { seconds: Math.max(0.4, seconds / 40), more, isPolished: false });
    const spent = before - search.left();
    still = isBetter ? 0 : still + 1;
    size = nextSize(size, { isBetter, share: spent / seconds });
    search.say(0.8 * (1 - search.left() / seconds));
  }
}

/** Larger parts where small ones bring nothing and cost little. */
function nextSize(size: number, { isBetter, share }: { isBetter: boolean; share: number }): number {
  if (share > 0.02) return Math.max(2, size - 0.5);
  return isBetter ? size : Math.min(8, size + 0.25);
}

/** Moves others along for what misses times, and some to elsewhere by chance. */
function shift({ search, chance }: Pick<Turn, 'search' | 'chance'>, turn: number): void {
  const { board, optionsOf, pinned, isStopped } = search;
  const room = roomFor(board, search.now());
  const moving = { room, optionsOf, pinned, depth: turn === 0 ? 1 : 2, isStopped };
  moveAlong(moving);
  wander(moving, chance, 8000);
  search.drift(room.placed());
}

/** Few adults a pupil, equal shares and cost, nothing given up for them. */
function polish({ search, state }: Turn, seconds: number): void {
  for (let turn = 0, still = 0; still < 60 && !search.isStopped(); turn += 1) {
    if (search.left() < seconds * 0.05) return;
    const part = partOfPupil(state(), 2 + (turn % 3));
    if (part === null) return;
    const isBetter = search.tryPart(part, {
      seconds: Math.max(0.3, seconds / 60),
      more: [],
      isPolished: true,
    });
    still = isBetter ? 0 : still + 1;
    search.say(1 - search.left() / seconds);
  }
}

/** The bounds of the first relaxed week hold for what was found where that reaches them; else they are found anew. */
function boundsOf(search: Search, first: Relaxed | null, seconds: number): Bounds {
  const score = search.score();
  const holds = first !== null && forces.slice(0, 3).every((force) => score[force] >= first.reached[force]);
  if (holds) return first.bounds;
  if (search.isStopped()) return askedAltogether(search.board);
  const again = relaxedWeek(search.highs, search.board, {
    seconds: Math.max(1, seconds * 0.3),
    clock: search.clock,
    given: score,
    atLeast: score,
  });
  return again?.bounds ?? askedAltogether(search.board);
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

/** Where there was no time for a better bound: nobody can give more than is asked, nor on more days than it may begin on. */
function askedAltogether({ week, days, minutesEach }: Board): Bounds {
  const sum = { safety: 0, law: 0, intervention: 0, general: 0 };
  for (const { force, demandId, times, need, oncePerDay, startIds } of week.demands) {
    const on = new Set([...startIds].map((id) => (oncePerDay ? days.slots.get(id)?.day : id)));
    sum[force] += Math.min(times, on.size) * need * (minutesEach.get(demandId) ?? 0);
  }
  return sum;
}
