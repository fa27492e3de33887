import { describe, expect, it } from 'vitest';
import { chanceFrom, seedFrom } from './demo-chance.ts';

const many = (length: number, draw: () => number) => Array.from({ length }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('chance that can be repeated', () => {
  it('gives the same numbers for the same seed, and others for its neighbour', () => {
    const drawn = [1, 1, 2].map((seed) => many(20, chanceFrom(seed).next));
    expect(drawn[0]).toEqual(drawn[1]);
    expect(drawn[0]).not.toEqual(drawn[2]);
  });

  it('spreads evenly', () => {
    const values = many(20_000, chanceFrom(7).next);
    expect(mean(values)).toBeCloseTo(0.5, 1.5);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
  });

  it('includes both ends of a range', () => {
    const { whole } = chanceFrom(3);
    expect(new Set(many(200, () => whole(4, 6)))).toEqual(new Set([4, 5, 6]));
  });

  it('weighs', () => {
    const { weighted } = chanceFrom(5);
    const drawn = many(5000, () =>
      weighted([
        [1, 3],
        [0, 1],
        [9, 0],
      ] as const),
    );
    expect(drawn).not.toContain(9);
    expect(mean(drawn)).toBeCloseTo(0.75, 1);
  });

  it('is normal about its mean', () => {
    const { normal } = chanceFrom(5);
    const drawn = many(5000, () => normal(10, 2));
    expect(mean(drawn)).toBeCloseTo(10, 0.5);
    expect(Math.sqrt(mean(drawn.map((value) => (value - 10) ** 2)))).toBeCloseTo(2, 0.5);
  });

  it('shuffles without losing any', () => {
    const list = many(50, () => 0).map((_, index) => index);
    const shuffled = chanceFrom(9).shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((one, other) => one - other)).toEqual(list);
  });

  it('refuses to pick from nothing', () => {
    expect(() => chanceFrom(1).pick([])).toThrow(RangeError);
  });

  it('mixes names into seeds', () => {
    expect(new Set([seedFrom(1, 'a'), seedFrom(1, 'b'), seedFrom(2, 'a'), seedFrom(1, 'a', 1)]).size).toBe(4);
  });
});
