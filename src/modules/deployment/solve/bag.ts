/** Numbered things without an order: one more, one less and any of them each take one step, however many there are. */
export type Bag<T> = {
  readonly all: readonly T[];
  readonly has: (one: T) => boolean;
  readonly add: (one: T) => void;
  readonly remove: (one: T) => void;
};

/** An empty bag of things with numbers below some number. */
export function bagOf<T>(numberOf: (one: T) => number, below: number): Bag<T> {
  const all: T[] = [];
  const places = new Int32Array(below).fill(-1);
  const placeOf = (one: T): number => places[numberOf(one)] ?? -1;
  return {
    all,
    has: (one) => placeOf(one) >= 0,
    add: (one) => {
      if (placeOf(one) < 0) places[numberOf(one)] = all.push(one) - 1;
    },
    remove: (one) => {
      const at = placeOf(one);
      const last = at < 0 ? undefined : all.pop();
      if (last === undefined) return;
      places[numberOf(one)] = -1;
      if (last === one) return;
      all[at] = last;
      places[numberOf(last)] = at;
    },
  };
}

/** Any of a list; nothing of an empty one. */
export const anyOf = <T>(list: readonly T[], chance: () => number): T | undefined =>
  list[Math.floor(chance() * list.length)];
