import {
  boardOf,
  keyOf,
  type Option,
  optionsOf,
  placementOf,
} from '#src/modules/deployment/domain/placement/board.ts';
import { roomFor } from '#src/modules/deployment/domain/placement/room.ts';
import { type Score, scoreOf } from '#src/modules/deployment/domain/placement/score.ts';
import type { Placement, Week } from '#src/modules/deployment/domain/week.ts';

/** What each timetable gives that can be worked with these placements in it: for small weeks, as all are looked at. */
export function scoresOfAll(week: Week, pinned: readonly Placement[] = []): readonly Score[] {
  const board = boardOf(week);
  const pins = new Set(pinned.map(keyOf));
  const isPin = (option: Option) => pins.has(keyOf(placementOf(option)));
  const all = week.demands.flatMap((demand) => optionsOf(board, demand));
  const room = roomFor(board, all.filter(isPin));
  const open = all.filter((option) => !isPin(option));
  const found: Score[] = [];
  const look = (at: number) => {
    const option = open[at];
    if (option === undefined) {
      found.push(
        scoreOf(
          board,
          room.placed().map((one) => placementOf(one)),
        ),
      );
      return;
    }
    look(at + 1);
    if (room.whyNot(option) !== null) return;
    room.put(option);
    look(at + 1);
    room.take(option);
  };
  look(0);
  return found;
}
