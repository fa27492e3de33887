/**
 * Chance that can be repeated: the same seed gives the same numbers on every machine. Never for secrets.
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand), seeded through a mixing function so that seeds
 * that are near each other give streams that are not.
 */
export type Chance = {
  /** From 0 up to, never reaching, 1. */
  readonly next: () => number;
  /** Whole number, both ends included. */
  readonly whole: (from: number, to: number) => number;
  /** True in that share of draws; 0 never, 1 always. */
  readonly happens: (share: number) => boolean;
  readonly pick: <T>(from: readonly T[]) => T;
  /** One of the pairs, by weight. */
  readonly weighted: <T>(from: readonly (readonly [T, number])[]) => T;
  /** Normally distributed; three draws make it near enough. */
  readonly normal: (mean: number, spread: number) => number;
  /** A new list in another order. */
  readonly shuffled: <T>(list: readonly T[]) => T[];
};

/** Mixes a seed with a name or number, for a stream of its own. */
export function seedFrom(seed: number, ...parts: readonly (string | number)[]): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x27d4eb2f) >>> 0;
  mixed = (mixed ^ (mixed >>> 15)) >>> 0;
  for (const character of parts.join('/')) {
    mixed = Math.imul(mixed ^ character.charCodeAt(0), 0x85ebca6b) >>> 0;
    mixed = (mixed ^ (mixed >>> 13)) >>> 0;
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0xc2b2ae35) >>> 0;
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function sfc32(seed: number): () => number {
  let a = seed | 0;
  let b = seedFrom(seed, 'b') | 0;
  let c = seedFrom(seed, 'c') | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warming = 0; warming < 12; warming++) next();
  return next;
}

export function chanceFrom(seed: number): Chance {
  const next = sfc32(seed);
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[whole(0, from.length - 1)];
    if (picked === undefined) throw new RangeError('Nothing to pick from');
    return picked;
  };
  return {
    next,
    whole,
    pick,
    happens: (share) => next() < share,
    weighted: (from) => {
      const total = from.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[0];
    },
    normal: (mean, spread) => mean + spread * 2 * (next() + next() + next() - 1.5),
    shuffled: (list) => {
      const keyed = list.map((value) => ({ value, key: next() }));
      return keyed.sort((one, other) => one.key - other.key).map(({ value }) => value);
    },
  };
}
