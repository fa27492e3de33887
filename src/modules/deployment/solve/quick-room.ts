import type { Board, Option } from '../domain/placement/board.ts';
import { isTooFar, roomFor } from '../domain/placement/room.ts';
import type { Demand } from '../domain/week.ts';
import { anyOf, type Bag, bagOf } from './bag.ts';
import { type Item, itemMaker } from './items.ts';

/** A timetable made for a million moves: it judges as `roomFor` does, and says who would have to go. */
export type QuickRoom = {
  /** What could be placed beside what is pinned. */
  readonly itemsOf: ReadonlyMap<Demand, readonly Item[]>;
  /** What is placed and not pinned. */
  readonly placed: Bag<Item>;
  readonly put: (item: Item) => void;
  readonly take: (item: Item) => void;
  /** What must be taken out for an item to fit, how often its demand is asked aside; null where that is too much. */
  readonly inTheWay: (item: Item, isTooMuch: (gone: readonly Item[]) => boolean) => readonly Item[] | null;
  readonly heldAt: (cell: number) => Item | undefined;
  readonly timesOf: (demandNo: number) => number;
};

type Asked = {
  readonly board: Board;
  readonly optionsOf: ReadonlyMap<Demand, readonly Option[]>;
  readonly pinned: ReadonlySet<Option>;
  readonly chance: () => number;
};

/** A room that holds what is pinned. That it judges as the slow one does is proved by its test. */
export function quickRoom({ board, optionsOf, pinned, chance }: Asked): QuickRoom {
  const itemOf = itemMaker(board);
  const fixed = roomFor(board, [...pinned]);
  const itemsOf = new Map(
    [...optionsOf].map(([demand, options]) => [
      demand,
      options.filter((option) => fixed.whyNot(option) === null).map((option) => itemOf(option, false)),
    ]),
  );
  const pins = [...pinned].map((option) => itemOf(option, true));
  const highest = pins.length + [...itemsOf.values()].reduce((sum, { length }) => sum + length, 0);
  const held: (Item | undefined)[] = [];
  const ofAdult = board.week.adults.map((): Item[] => []);
  const minutes = board.week.adults.map(() => 0);
  const times = board.week.demands.map(() => 0);
  const placed = bagOf<Item>(({ no }) => no, highest);
  const count = ({ option: { run }, adultNo, demandNo }: Item, sign: 1 | -1) => {
    minutes[adultNo] = (minutes[adultNo] ?? 0) + sign * run.minutes;
    times[demandNo] = (times[demandNo] ?? 0) + sign;
  };
  const room: QuickRoom = {
    itemsOf,
    placed,
    put: (item) => {
      for (const cell of item.cells) held[cell] = item;
      ofAdult[item.adultNo]?.push(item);
      count(item, 1);
      if (!item.isPinned) placed.add(item);
    },
    take: (item) => {
      for (const cell of item.cells) held[cell] = undefined;
      const theirs = ofAdult[item.adultNo] ?? [];
      theirs.splice(theirs.indexOf(item), 1);
      count(item, -1);
      placed.remove(item);
    },
    inTheWay: (item, isTooMuch) => {
      const gone = atItsTime(held, item);
      if (isTooMuch(gone)) return null;
      const theirs = ofAdult[item.adultNo] ?? [];
      const { adult, run } = item.option;
      if (board.week.travelMinutes > 0) tooFar(board, { item, theirs, gone });
      if (adult.inARow !== null) shortenRow(held, { item, gone, chance, most: adult.inARow });
      const over = (minutes[item.adultNo] ?? 0) + run.minutes - adult.minutes;
      if (over > 0) shedMinutes({ theirs, gone, over, chance });
      return isTooMuch(gone) ? null : gone;
    },
    heldAt: (cell) => held[cell],
    timesOf: (demandNo) => times[demandNo] ?? 0,
  };
  for (const pin of pins) room.put(pin);
  return room;
}

type Held = readonly (Item | undefined)[];

function atItsTime(held: Held, { cells }: Item): Item[] {
  const gone: Item[] = [];
  for (const cell of cells) {
    const one = held[cell];
    if (one !== undefined && !gone.includes(one)) gone.push(one);
  }
  return gone;
}

function tooFar(
  board: Board,
  { item, theirs, gone }: { item: Item; theirs: readonly Item[]; gone: Item[] },
): void {
  for (const one of theirs)
    if (isTooFar(one.option, item.option, board.week) && !gone.includes(one)) gone.push(one);
}

type Going = { readonly gone: Item[]; readonly chance: () => number };

/** Takes out of the row around an item until it is short enough; what is pinned may be taken, and is refused after. */
function shortenRow(held: Held, { item, gone, chance, most }: Going & { item: Item; most: number }): void {
  const before = rowFrom(held, item, 'before', gone);
  const after = rowFrom(held, item, 'after', gone);
  while (slotsOf([item]) + slotsOf(before) + slotsOf(after) > most) {
    const side = after.length === 0 || (before.length > 0 && chance() < 0.5) ? before : after;
    const at = Math.floor(chance() * side.length);
    const one = side[at];
    if (one === undefined) return;
    gone.push(one);
    side.length = at;
  }
}

const slotsOf = (row: readonly Item[]): number =>
  row.reduce((sum, { option }) => sum + option.run.slotIds.length, 0);

/** Those who follow one another without a gap before or after an item, without those who go. */
function rowFrom(held: Held, item: Item, way: 'before' | 'after', gone: readonly Item[]): Item[] {
  const row: Item[] = [];
  for (let last = item; last[way] >= 0; ) {
    const next = held[last[way]];
    if (next === undefined || gone.includes(next)) break;
    const [earlier, later] = way === 'before' ? [next, last] : [last, next];
    if (earlier.option.run.until !== later.option.run.from) break;
    row.push(next);
    last = next;
  }
  return row;
}

/** Takes out any of an adult's until the minutes are enough. */
function shedMinutes({
  theirs,
  gone,
  over,
  chance,
}: Going & { theirs: readonly Item[]; over: number }): void {
  const [first] = theirs;
  if (first === undefined) return;
  const isTheirs = (one: Item) => one.option.adult === first.option.adult;
  let left = gone.filter(isTheirs).reduce((rest, { option }) => rest - option.run.minutes, over);
  const open = left > 0 ? theirs.filter((one) => !one.isPinned && !gone.includes(one)) : [];
  while (left > 0) {
    const one = anyOf(open, chance);
    if (one === undefined) return;
    open.splice(open.indexOf(one), 1);
    gone.push(one);
    left -= one.option.run.minutes;
  }
}
