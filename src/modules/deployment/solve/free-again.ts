import type { Highs } from 'highs';
import { type Board, type Option, placementOf } from '../domain/placement/board.ts';
import { roomFor } from '../domain/placement/room.ts';
import { scoreOf, worthOf } from '../domain/placement/score.ts';
import { type Force, forces } from '../domain/week.ts';
import { hardRows } from './hard-rows.ts';
import { type Aim, none, type Row, type Solved, solveInOrder, zeroOrOne } from './program.ts';
import { softColumns } from './soft-columns.ts';

/** A part of a timetable that is taken out and placed anew, as well as it can be beside the rest. */
export type Part = {
  /** What stays. */
  readonly fixed: readonly Option[];
  /** What is taken out. */
  readonly freed: readonly Option[];
  /** What may be put in its place. */
  readonly options: readonly Option[];
};

export type Try = {
  readonly highs: Highs;
  readonly board: Board;
  readonly seconds: number;
  readonly isStopped: () => boolean;
  readonly clock: () => number;
  /** The forces of which more is to be placed; of the others no less. */
  readonly more: readonly Force[];
  /** Whether few adults a pupil, equal shares and cost are sought too. */
  readonly isPolished: boolean;
};

/** Where nothing fits, nothing placed is the best there is. */
const nothing = { placed: [], solved: { reached: [], values: new Float64Array() } };

/** The part placed anew, with what was proved of each aim; null where no time was enough. */
export function placeAnew(
  { fixed, freed, options }: Part,
  given: Try,
): { readonly placed: readonly Option[]; readonly solved: Solved } | null {
  const { board } = given;
  const room = roomFor(board, fixed);
  const fitting = options.filter((option) => room.whyNot(option) === null);
  const wasFreed = new Set(freed);
  const all = [...new Set([...freed, ...fitting])];
  if (all.length === 0) return nothing;
  const soft = given.isPolished ? softColumns({ board, room, options: all }) : null;
  const worths = forces.map((force) => [force, aimOf(board, all, force)] as const);
  const before = scoreOf(
    board,
    freed.map((option) => placementOf(option)),
  );
  const kept: readonly Row[] = worths
    .filter(([force, { columns }]) => !given.more.includes(force) && columns.length > 0)
    .map(([force, aim]) => ({ ...aim, lower: before[force] - 0.5, upper: none }));
  const aims = [
    ...worths.filter(([force]) => given.more.includes(force)).map(([, aim]) => aim),
    ...(soft?.aims ?? []),
  ];
  const solved = solveInOrder(
    given.highs,
    {
      columns: [...all.map(() => zeroOrOne), ...(soft?.columns ?? [])],
      rows: [...hardRows({ board, room, options: all }), ...(soft?.rows ?? []), ...kept],
    },
    aims,
    {
      seconds: given.seconds,
      isStopped: given.isStopped,
      clock: given.clock,
      from: Float64Array.from([
        ...all.map((option) => (wasFreed.has(option) ? 1 : 0)),
        ...(soft?.valuesFor(wasFreed) ?? []),
      ]),
    },
  );
  if (solved === null) return null;
  return { placed: all.filter((_, at) => (solved.values[at] ?? 0) > 0.5), solved };
}

function aimOf(board: Board, options: readonly Option[], force: Force): Aim {
  const columns = options.flatMap(({ demand }, at) => (demand.force === force ? [at] : []));
  return { columns, factors: columns.map((at) => worthAt(board, options[at])) };
}

const worthAt = (board: Board, option: Option | undefined): number =>
  option === undefined ? 0 : worthOf(board, option.demand);
