import { anyOf } from './bag.ts';
import type { Item } from './items.ts';
import type { QuickRoom } from './quick-room.ts';

/** What goes out of a timetable, and what comes into it instead. */
export type Move = { readonly out: readonly Item[]; readonly into: readonly Item[] };

/** One more of what misses times, or something placed elsewhere; null where there is neither. */
export function placing(
  room: QuickRoom,
  itemsOf: readonly (readonly Item[])[],
  missing: readonly number[],
  chance: () => number,
): Move | null {
  const isMore = missing.length > 0 && chance() < 0.5;
  const from = isMore ? undefined : anyOf(room.placed.all, chance);
  const demandNo = from?.demandNo ?? anyOf(missing, chance);
  const to = demandNo === undefined ? undefined : anyOf(itemsOf[demandNo] ?? [], chance);
  if (to === undefined || room.placed.has(to)) return null;
  return { out: from === undefined ? [] : [from], into: [to] };
}

/** Something goes to another adult, what they do then to the first, and so on, all at its time; null where somebody cannot. */
export function swapping(room: QuickRoom, chance: () => number): Move | null {
  const first = anyOf(room.placed.all, chance);
  const to = first && anyOf(first.same, chance);
  return first === undefined || to === undefined || to === first ? null : swapOf(room, first, to);
}

function swapOf(room: QuickRoom, first: Item, to: Item): Move | null {
  const out = [first];
  const into = [to];
  for (const next of into)
    for (const held of heldDuring(room, next)) {
      if (out.includes(held)) continue;
      const instead = held.byAdult[held.adultNo === first.adultNo ? to.adultNo : first.adultNo];
      if (held.isPinned || instead === undefined) return null;
      out.push(held);
      into.push(instead);
    }
  return { out, into };
}

const heldDuring = (room: QuickRoom, { adultCells }: Item): readonly Item[] =>
  adultCells.flatMap((cell) => room.heldAt(cell) ?? []);

/** Makes a move, and says what was lost by it; null where it cannot be made, or more would be lost than can be borne. */
export function make(
  room: QuickRoom,
  { out, into }: Move,
  weights: readonly number[],
  bearable: number,
): readonly Item[] | null {
  const lost: Item[] = [];
  let left = bearable + weightOf(into, weights) - weightOf(out, weights);
  const isTooMuch = (gone: readonly Item[]) =>
    weightOf(gone, weights) > left || gone.some(({ isPinned }) => isPinned);
  for (const item of out) room.take(item);
  let done = 0;
  for (const item of into) {
    const gone = room.inTheWay(item, isTooMuch);
    if (gone === null) {
      undo(room, { out, into: into.slice(0, done) }, lost);
      return null;
    }
    for (const one of gone) {
      room.take(one);
      lost.push(one);
    }
    left -= weightOf(gone, weights);
    room.put(item);
    done += 1;
  }
  return lost;
}

function weightOf(items: readonly Item[], weights: readonly number[]): number {
  let sum = 0;
  for (const { demandNo } of items) sum += weights[demandNo] ?? 0;
  return sum;
}

function undo(room: QuickRoom, { out, into }: Move, lost: readonly Item[]): void {
  for (const item of into) if (room.placed.has(item)) room.take(item);
  for (const item of [...out, ...lost]) if (!into.includes(item)) room.put(item);
}

/** What was placed before a move. */
export const stateBefore = (
  { placed }: QuickRoom,
  { out, into }: Move,
  lost: readonly Item[],
): readonly Item[] => [...placed.all, ...out, ...lost].filter((item) => !into.includes(item));
