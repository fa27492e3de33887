import type { Board } from '../domain/placement/board.ts';
import { worthOf } from '../domain/placement/score.ts';
import { type Demand, type Force, forces } from '../domain/week.ts';
import { type Bag, bagOf } from './bag.ts';
import type { Item } from './items.ts';
import { type Move, make, placing, stateBefore, swapping } from './moves.ts';
import type { QuickRoom } from './quick-room.ts';

type Asked = {
  readonly board: Board;
  readonly room: QuickRoom;
  /** The force of which more is to be placed, and none of those before it given up for it. */
  readonly force: Force;
  /** No more than that can be placed of it. */
  readonly most: number;
  readonly chance: () => number;
  /** How much of the time is over; the search ends at 1. */
  readonly spent: () => number;
};

/** How much of the weight of one time a move may lose at first, and at last. */
const hot = 1 / 4;
const cold = 1 / 80;
/** So many moves between two looks at the clock. */
const atOnce = 256;
/** The share of moves that change two adults' help at its time; the others put help in, or move it. */
const swaps = 0.35;

/**
 * Places more of a force by simulated annealing: help is put in, moved, and changed between two adults by chance, what is in the
 * way goes out, and what is lost by it is borne less and less. Returns the best timetable that was met.
 */
export function anneal(asked: Asked): readonly Item[] {
  const { room, chance, spent, board, force, most } = asked;
  const weights = weightsOf(asked);
  const missing = missingIn(asked, weights);
  const itemsOf = board.week.demands.map((demand) => room.itemsOf.get(demand) ?? []);
  const tally = tallyOf(board, room.placed.all);
  const unit = mean(weights.filter((weight, no) => weight > 0 && board.week.demands[no]?.force === force));
  let warmth = unit * hot;
  const isOver = (): boolean => {
    const share = spent();
    if (tally.given(force) >= most) tally.keep(() => room.placed.all);
    warmth = unit * hot * (cold / hot) ** share;
    return share >= 1 || tally.best(force) >= most;
  };
  const go = (move: Move) => {
    const lost = make(room, move, weights, -warmth * Math.log(chance()));
    if (lost === null) return;
    if (lost.length > 0) tally.keep(() => stateBefore(room, move, lost));
    tally.count(move.into, 1);
    tally.count(move.out, -1);
    tally.count(lost, -1);
    for (const { demandNo } of [...lost, ...move.into]) missing.look(demandNo);
  };
  for (let step = 0; step % atOnce > 0 || !isOver(); step += 1) {
    const move = chance() < swaps ? swapping(room, chance) : placing(room, itemsOf, missing.all, chance);
    if (move !== null) go(move);
  }
  tally.keep(() => room.placed.all);
  return tally.items();
}

const mean = (list: readonly number[]): number =>
  list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);

/** How much what matters more weighs more: in times of the force. Much more, and it would never make room for a moment. */
const dearer = 3;

/** How much less what matters less weighs. Nothing at all, and it would have to be found anew each time. */
const cheaper = 5;

/** What matters more weighs more, and is lent a while all the same; what comes after the force weighs little. */
function weightsOf({ board, room, force }: Asked): readonly number[] {
  const { demands } = board.week;
  const isPossible = (demand: Demand) => (room.itemsOf.get(demand)?.length ?? 0) > 0;
  const ofForce = demands.filter((one) => one.force === force && isPossible(one));
  const unit = mean(ofForce.map((one) => worthOf(board, one)));
  return demands.map((demand) => {
    const before = forces.indexOf(force) - forces.indexOf(demand.force);
    const worth = worthOf(board, demand);
    return before < 0 ? worth / cheaper : worth + dearer * before * unit;
  });
}

/** The numbers of the demands that miss times and could have more. */
function missingIn(
  { board, room }: Asked,
  weights: readonly number[],
): Bag<number> & { readonly look: (demandNo: number) => void } {
  const { demands } = board.week;
  const bag = bagOf<number>((no) => no, demands.length);
  const times = demands.map((demand) => (room.itemsOf.get(demand)?.length === 0 ? 0 : demand.times));
  const look = (no: number) =>
    (weights[no] ?? 0) > 0 && room.timesOf(no) < (times[no] ?? 0) ? bag.add(no) : bag.remove(no);
  for (const no of demands.keys()) look(no);
  return { ...bag, look };
}

/** What is given of each force, and the best timetable so far, by force. */
function tallyOf(board: Board, placed: readonly Item[]) {
  const worths = board.week.demands.map((demand) => worthOf(board, demand));
  const ranks = board.week.demands.map(({ force }) => forces.indexOf(force));
  const given = forces.map(() => 0);
  const count = (items: readonly Item[], sign: 1 | -1) => {
    for (const { demandNo } of items) {
      const rank = ranks[demandNo] ?? 0;
      given[rank] = (given[rank] ?? 0) + sign * (worths[demandNo] ?? 0);
    }
  };
  count(placed, 1);
  let best = { given: [...given], items: [...placed] };
  return {
    count,
    given: (force: Force) => given[forces.indexOf(force)] ?? 0,
    best: (force: Force) => best.given[forces.indexOf(force)] ?? 0,
    items: (): readonly Item[] => best.items,
    /** Where more is given than ever, that is kept. */
    keep: (items: () => readonly Item[]) => {
      const at = given.findIndex((amount, rank) => amount !== best.given[rank]);
      if (at >= 0 && (given[at] ?? 0) > (best.given[at] ?? 0))
        best = { given: [...given], items: [...items()] };
    },
  };
}
