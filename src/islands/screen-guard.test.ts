import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueAfter, isSecond } from './screen-guard.ts';

describe('Escape twice', () => {
  test.each([
    [1000, 0, false],
    [1000, 400, false],
    [1000, 500, true],
    [1000, 990, true],
    [1000, 1000, true],
    [1000, Number.NEGATIVE_INFINITY, false],
  ])('at %i after %i hides the screen: %s', (at, before, expected) => {
    expect(isSecond(at, before)).toBe(expected);
  });
});

describe('an idle screen', () => {
  test('locks when its time is over, and else waits for exactly the rest', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 120_000, max: 7_200_000 }), (idle, limit) => {
        const due = dueAfter(idle, limit);
        expect(due === 'lock' ? idle >= limit : due + idle === limit).toBe(true);
      }),
    );
  });
});
