import { type Demand, forces, type Placement } from '../week.ts';
import { type Board, type Option, optionOf, optionsOf, placementOf } from './board.ts';
import { type Room, roomFor } from './room.ts';

/** What can stay of a timetable, and what cannot because it breaks a hard rule by now. */
export type Standing = { readonly kept: readonly Placement[]; readonly letGo: readonly Placement[] };

/**
 * What of the week's own placements still stands: pinned ones first, then by force and need. What breaks a hard rule beside
 * those is let go, pinned or not.
 */
export function whatStands(board: Board): Standing {
  const room = roomFor(board);
  const rank = ({ isPinned, demandId }: Placement) => {
    const demand = board.demands.get(demandId);
    return (
      (isPinned ? 0 : 100) + (demand === undefined ? 99 : forces.indexOf(demand.force) * 10 - demand.need)
    );
  };
  const kept: Placement[] = [];
  const letGo: Placement[] = [];
  for (const placement of board.week.placements.toSorted((one, other) => rank(one) - rank(other))) {
    const option = optionOf(board, placement);
    if (option === null || room.whyNot(option) !== null) letGo.push(placement);
    else {
      room.put(option);
      kept.push(placement);
    }
  }
  return { kept, letGo };
}

/**
 * A timetable as one makes it by hand: what matters most first, each time to the adult who knows the pupils or gives
 * the help already, else to whoever has given least. It is what the solver begins with, and is measured against.
 */
export function placeGreedily(board: Board, kept: readonly Placement[]): readonly Placement[] {
  const room = roomFor(
    board,
    kept.flatMap((placement) => optionOf(board, placement) ?? []),
  );
  const more: Placement[] = [];
  const choices = board.week.demands.map((demand) => ({ demand, options: optionsOf(board, demand) }));
  const rank = ({ force, need }: Demand) => forces.indexOf(force) * 10 - need;
  choices.sort(
    (one, other) => rank(one.demand) - rank(other.demand) || one.options.length - other.options.length,
  );
  for (const { demand, options } of choices)
    for (let left = demand.times - room.ofDemand(demand.demandId).length; left > 0; left -= 1) {
      const best = bestOf(options, room);
      if (best === null) break;
      room.put(best);
      more.push(placementOf(best));
    }
  return [...kept, ...more];
}

function bestOf(options: readonly Option[], room: Room): Option | null {
  let best: Option | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const option of options) {
    const price = priceOf(option, room);
    if (price >= least || room.whyNot(option) !== null) continue;
    best = option;
    least = price;
  }
  return best;
}

/** Lower is sooner taken. */
function priceOf({ demand, adult }: Option, room: Room): number {
  const isGiving = room.ofDemand(demand.demandId).some((other) => other.adult === adult);
  const isKnown = demand.knows.has(adult.staffId);
  const load = room.minutesOf(adult.staffId) / Math.max(1, adult.minutes);
  return (isGiving ? 0 : 4) + (isKnown ? 0 : 2) + load + adult.skills.size / 100;
}
