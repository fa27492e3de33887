import type { StaffId } from '#src/kernel/ids.ts';
import { boardOf, type Option, optionOf } from '../placement/board.ts';
import { roomFor } from '../placement/room.ts';
import type { Week, Weekday } from '../week.ts';
import { type Away, type DayItem, isAway, keyOfPlacement, rankOf, withMoves } from './day-plan.ts';
import type { Replan, Suggestion } from './replan.ts';
import { costOfLoss, noCost, plus } from './replan-cost.ts';

type Asked = {
  readonly week: Week;
  readonly day: Weekday;
  readonly away: readonly Away[];
  /** Help whose time is not the timetable's to move: that of a group. */
  readonly stays: (demandId: string) => boolean;
  /** Nothing is moved to before this minute. */
  readonly notBefore: number;
};

/**
 * A mended day in which help that nobody can take at its own time is given at another time of the same day, where somebody is
 * free for it and its pupils are, by all the rules of the week (rule cover-6). The most urgent is tried first; of the
 * ways there are, somebody whom the pupils know comes first, then somebody whose day has changed already, then the nearest time.
 * Mr Khan is away until noon, and reading at ten can be at one: he gives it then himself.
 */
export function withOtherTimes(asked: Asked, mended: Replan): Replan {
  const lost = mended.suggestions
    .filter(({ fallen, moves }) => moves.some(({ item, to }) => item === fallen && to === null))
    .toSorted((one, other) => rankOf(one.fallen.demand) - rankOf(other.fallen.demand));
  return lost.reduce((so, suggestion) => moved(asked, so, suggestion), mended);
}

function moved(asked: Asked, mended: Replan, { fallen }: Suggestion): Replan {
  if (asked.stays(fallen.demand.demandId)) return mended;
  const best = bestOf(asked, mended, fallen);
  if (best === null) return mended;
  const { slotId } = best;
  const { staffId } = best.adult;
  const suggestions = mended.suggestions.map((one) =>
    one.fallen.key !== fallen.key
      ? one
      : {
          ...one,
          moves: one.moves.map((move) =>
            move.item.key === fallen.key ? { ...move, to: staffId, slotId } : move,
          ),
        },
  );
  const isNew = !mended.changed.includes(staffId);
  const saved = costOfLoss(fallen).lost;
  const [safety, law, intervention, general] = mended.cost.lost;
  const lost = [safety - saved[0], law - saved[1], intervention - saved[2], general - saved[3]] as const;
  const cost = plus(
    { ...mended.cost, lost },
    { ...noCost, people: isNew ? 1 : 0, strangers: fallen.demand.knows.has(staffId) ? 0 : 1 },
  );
  return { ...mended, suggestions, cost, changed: isNew ? [...mended.changed, staffId] : mended.changed };
}

function bestOf({ week, day, away, notBefore }: Asked, mended: Replan, fallen: DayItem): Option | null {
  const after = withMoves(
    week,
    mended.suggestions.flatMap(({ moves }) => moves),
  );
  const board = boardOf(after);
  const room = roomFor(
    board,
    after.placements.flatMap((placement) => optionOf(board, placement) ?? []),
  );
  const demand = board.demands.get(fallen.demand.demandId) ?? fallen.demand;
  const price = ({ run, adult }: Option): number =>
    (demand.knows.has(adult.staffId) ? 0 : 1e6) +
    (mended.changed.some((one: StaffId) => one === adult.staffId) ? 0 : 1e4) +
    Math.abs(run.from - fallen.from);
  const [best] = [...demand.startIds]
    .filter((slotId) => slotId !== fallen.placement.slotId)
    .flatMap((slotId) =>
      after.adults.flatMap(({ staffId }) => optionOf(board, { ...fallen.placement, slotId, staffId }) ?? []),
    )
    .filter(({ run, adult }) => run.day === day && run.from >= notBefore && !isAway(away, adult.staffId, run))
    .filter((option) => room.whyNot(option) === null)
    .toSorted((one, other) => price(one) - price(other) || (keyIn(one) < keyIn(other) ? -1 : 1));
  return best ?? null;
}

const keyIn = ({ demand, slotId, adult }: Option): string =>
  keyOfPlacement({ demandId: demand.demandId, slotId, staffId: adult.staffId, isPinned: false });
