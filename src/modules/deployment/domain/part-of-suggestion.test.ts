import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adultOf, demandOf, fullWeek, placed, placedWeeks, slotsOf, weekOf } from '#test/given-weeks.ts';
import { changesOf, mixed, newBreaches, takenWhole } from './part-of-suggestion.ts';
import { boardOf } from './placement/board.ts';
import { breaches } from './placement/check.ts';
import { placeGreedily } from './placement/greedy.ts';

const slots = slotsOf(1, 2);

// (rule place-7)
describe('a part of a suggestion', () => {
  const week = fullWeek(
    weekOf({
      slots,
      adults: [adultOf(slots, 1)],
      demands: [demandOf(slots, 1), demandOf(slots, 2)],
      placements: [placed(1, '1.1', 1)],
    }),
  );
  const suggested = [placed(1, '1.2', 1), placed(2, '1.1', 1)];

  it('is what is ticked as suggested, and the rest as it stands', () => {
    expect(changesOf(week, suggested).map(({ demand }) => demand.demandId)).toEqual(['d1', 'd2']);
    expect(mixed(week, suggested, new Set(['d1']))).toEqual([placed(1, '1.2', 1)]);
    expect(newBreaches(week, mixed(week, suggested, new Set(['d1'])))).toEqual([]);
  });

  it('that would put an adult in two places is found, and made whole with what moves out of its way', () => {
    const taken = new Set(['d2']);
    expect(newBreaches(week, mixed(week, suggested, taken)).map(({ kind }) => kind)).toEqual(['adult']);
    expect([...takenWhole(week, suggested, taken)].toSorted()).toEqual(['d1', 'd2']);
  });

  it('can always be made whole, whatever stands and whatever is ticked', () => {
    const weeks = placedWeeks({ days: 2, perDay: 3, adults: 2, demands: 4 });
    fc.assert(
      fc.property(weeks, fc.array(fc.constantFrom('d1', 'd2', 'd3', 'd4')), (some, ticked) => {
        const standing = fullWeek(some);
        const found = placeGreedily(boardOf(some), []);
        expect(breaches(some, found)).toEqual([]);
        const whole = takenWhole(standing, found, new Set(ticked));
        expect(newBreaches(standing, mixed(standing, found, whole))).toEqual([]);
        for (const one of ticked) expect(whole.has(one)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
