import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoresOfAll } from '#test/every-timetable.ts';
import { placedWeeks } from '#test/given-weeks.ts';
import { boardOf, keyOf, type Option, optionsOf, placementOf } from '../domain/placement/board.ts';
import { breaches } from '../domain/placement/check.ts';
import { placeGreedily, whatStands } from '../domain/placement/greedy.ts';
import { roomFor } from '../domain/placement/room.ts';
import { scoreOf } from '../domain/placement/score.ts';
import { forces, type Placement, type Week } from '../domain/week.ts';
import { anneal } from './anneal.ts';
import { boundByPrices } from './bound-by-prices.ts';
import { chanceFrom } from './parts.ts';
import { mostOf, pricedWeek } from './priced-week.ts';
import { quickRoom } from './quick-room.ts';

const weeks = placedWeeks({ days: 2, perDay: 3, adults: 2, demands: 3 });
const small = placedWeeks({ days: 1, perDay: 3, adults: 2, demands: 3 });

function openedWith(
  week: Week,
  seed: number,
  choose: (board: ReturnType<typeof boardOf>) => readonly Placement[],
) {
  const board = boardOf(week);
  const optionsByDemand = new Map(week.demands.map((demand) => [demand, optionsOf(board, demand)]));
  const placements = choose(board);
  const pins = new Set(placements.filter(({ isPinned }) => isPinned).map(keyOf));
  const keys = new Set(placements.map(keyOf));
  const all = [...optionsByDemand.values()].flat();
  const pinned = new Set(all.filter((option) => pins.has(keyOf(placementOf(option)))));
  const chance = chanceFrom(seed);
  const room = quickRoom({ board, optionsOf: optionsByDemand, pinned, chance });
  const items = [...room.itemsOf.values()].flat();
  for (const item of items) if (keys.has(keyOf(placementOf(item.option)))) room.put(item);
  return { board, optionsByDemand, pinned, chance, room, items, placements };
}

// (rule place-3)
describe('a timetable made for many moves', () => {
  it('has room for one more exactly where the careful one has', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const { board, room, items, pinned } = openedWith(week, 1, (of) => whatStands(of).kept);
        const careful = roomFor(board, [...pinned, ...room.placed.all.map(({ option }) => option)]);
        for (const item of items.filter((one) => !room.placed.has(one))) {
          const isAsked = room.timesOf(item.demandNo) < item.option.demand.times;
          const fits = isAsked && room.inTheWay(item, () => false)?.length === 0;
          expect(fits).toBe(careful.whyNot(item.option) === null);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('gives no less of a force nor of those before it, keeps what is pinned, and breaks no rule', () => {
    fc.assert(
      fc.property(weeks, fc.nat(999), fc.constantFrom(...forces), (week, seed, force) => {
        const { board, room, chance, pinned, placements } = openedWith(week, seed, (of) =>
          placeGreedily(of, whatStands(of).kept),
        );
        let turns = 0;
        const spent = () => turns++ / 8;
        const found = anneal({ board, room, force, most: Number.POSITIVE_INFINITY, chance, spent });
        const options: readonly Option[] = [...pinned, ...found.map(({ option }) => option)];
        const after = options.map((option) => placementOf(option));
        expect(breaches(week, after)).toEqual([]);
        const [before, now] = [scoreOf(board, placements), scoreOf(board, after)];
        const differs = forces.find((one) => before[one] !== now[one]);
        if (differs !== undefined) expect(now[differs]).toBeGreaterThan(before[differs]);
      }),
      { numRuns: 100 },
    );
  });
});

// (rule place-4)
describe('a bound by prices', () => {
  it('is never below what a timetable gives that gives as much of the forces before', () => {
    fc.assert(
      fc.property(small, fc.nat(99), (week, seed) => {
        const board = boardOf(week);
        const optionsByDemand = new Map(week.demands.map((demand) => [demand, optionsOf(board, demand)]));
        const all = scoresOfAll(week);
        const given = all[seed % all.length] ?? scoreOf(board, []);
        const most = mostOf(board, optionsByDemand);
        for (const [at, force] of forces.entries()) {
          const asGood = all.filter((one) =>
            forces.slice(0, at).every((before) => one[before] >= given[before]),
          );
          const best = Math.max(...asGood.map((one) => one[force]));
          let turns = 0;
          const bound = boundByPrices(pricedWeek({ board, optionsOf: optionsByDemand, force, given }), {
            reached: given[force],
            isOver: () => turns++ > 60,
          });
          expect(bound).toBeGreaterThan(best - 0.001);
          expect(most[force]).toBeGreaterThanOrEqual(best);
        }
      }),
      { numRuns: 100 },
    );
  });
});
