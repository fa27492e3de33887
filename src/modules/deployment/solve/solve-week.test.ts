import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeWeek } from '#src/bench/make-week.ts';
import { scoresOfAll } from '#test/every-timetable.ts';
import {
  adultOf,
  demandOf,
  placed,
  placedWeeks,
  pupilNo,
  slotsOf,
  staffNo,
  weekOf,
} from '#test/given-weeks.ts';
import { boardOf, keyOf } from '../domain/placement/board.ts';
import { breaches } from '../domain/placement/check.ts';
import { placeGreedily, whatStands } from '../domain/placement/greedy.ts';
import { compareScores, type Score, scoreOf } from '../domain/placement/score.ts';
import type { Week } from '../domain/week.ts';
import { loadHighs } from './load-highs.ts';
import { gapOf, solveWeek } from './solve-week.ts';

let highs: Awaited<ReturnType<typeof loadHighs>>;
beforeAll(async () => {
  highs = await loadHighs();
});

const slots = slotsOf(2, 3);
const solve = (week: Week, seconds = 5) => solveWeek(highs, week, { seconds });

/** The best of every timetable that can be worked and keeps what is pinned. */
function bestOfAll(week: Week): Score {
  const pinned = whatStands(boardOf(week)).kept.filter(({ isPinned }) => isPinned);
  return scoresOfAll(week, pinned).reduce((best, one) => (compareScores(one, best) > 0 ? one : best));
}

// (rule place-3)
describe('the best placement', () => {
  it('of a small week is the one that looking at every timetable finds', () => {
    fc.assert(
      fc.property(placedWeeks({ days: 1, perDay: 3, adults: 2, demands: 3 }), (week) => {
        const found = solve(week, 20);
        expect(breaches(week, found.placements)).toEqual([]);
        expect(found.isProven).toBe(true);
        expect(found.score).toEqual(bestOfAll(week));
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it('keeps what is pinned as long as it stands, and says what cannot stay', () => {
    fc.assert(
      fc.property(placedWeeks({ days: 1, perDay: 3, adults: 2, demands: 2 }), (week) => {
        const { placements, letGo } = solve(week);
        const kept = new Set(placements.map(keyOf));
        for (const pin of week.placements.filter(({ isPinned }) => isPinned))
          expect(kept.has(keyOf(pin)) || letGo.includes(pin)).toBe(true);
        if (breaches(week, week.placements).length === 0) expect(letGo).toEqual([]);
      }),
      { numRuns: 20 },
    );
  }, 30_000);

  it('gives what the law orders before any amount of general help', () => {
    const adults = [adultOf(slots, 1, { minutes: 60 })];
    const demands = [
      demandOf(slots, 1, { force: 'law', need: 1 }),
      demandOf(slots, 2, { force: 'general', need: 5, times: 6 }),
    ];
    const { placements } = solve(weekOf({ slots, adults, demands }));
    expect(placements.map(({ demandId }) => demandId)).toEqual(['d1']);
  });

  it('gives a pupil few adults', () => {
    const pupilIds = [pupilNo(1)];
    const demands = [1, 2, 3].map((n) => demandOf(slots, n, { pupilIds, knows: new Set([staffNo(2)]) }));
    const { placements } = solve(weekOf({ slots, adults: [1, 2, 3].map((n) => adultOf(slots, n)), demands }));
    expect(placements).toHaveLength(3);
    expect(new Set(placements.map(({ staffId }) => staffId))).toEqual(new Set([staffNo(2)]));
  });

  it('answers where nothing can be placed, and where there is nobody', () => {
    const tooLong = demandOf(slots, 1, { length: 9 });
    const none = solve(weekOf({ slots, adults: [adultOf(slots, 1)], demands: [tooLong] }));
    expect(none).toMatchObject({ placements: [], isProven: true });
    expect(solve(weekOf({ slots })).placements).toEqual([]);
  });

  it('is proven where the one demand is too long for the one adult', () => {
    const adults = [adultOf(slots, 1, { inARow: 1 })];
    const none = solve(weekOf({ slots, adults, demands: [demandOf(slots, 1, { length: 2 })] }));
    expect(none).toMatchObject({ placements: [], isProven: true });
  });

  it('lets go of what breaks a hard rule by now, pinned or not', () => {
    const week = weekOf({
      slots,
      adults: [adultOf(slots, 1)],
      demands: [demandOf(slots, 1, { times: 2 }), demandOf(slots, 2)],
      placements: [placed(1, '1.1', 1, true), placed(2, '1.1', 1, true), placed(1, '2.1', 9)],
    });
    const { letGo, placements } = solve(week);
    expect(letGo).toHaveLength(2);
    expect(placements).toContainEqual(placed(1, '1.1', 1, true));
    expect(placements).toHaveLength(3);
  });
});

// (rule place-4)
describe('the best placement of a large week', () => {
  const week = makeWeek({ adults: 8, demands: 40 }, 2);
  const greedy = placeGreedily(boardOf(week), []);

  it('obeys every hard rule, is no worse than what stood, and says how far it is from the best', () => {
    const found = solve({ ...week, placements: greedy }, 2);
    expect(breaches(week, found.placements)).toEqual([]);
    expect(compareScores(found.score, scoreOf(boardOf(week), greedy))).toBeGreaterThanOrEqual(0);
    expect(gapOf(found)).toBeGreaterThanOrEqual(0);
    expect(gapOf(found)).toBeLessThan(0.5);
  });

  it('is valid when time is over before it began, and when it is stopped', () => {
    let now = 0;
    // A machine so busy that time passes between any two looks at the clock.
    const busy = () => {
      now += 100;
      return now;
    };
    for (const asked of [
      { seconds: 0 },
      { seconds: 5, isStopped: () => true },
      { seconds: 5, clock: busy },
    ]) {
      const found = solveWeek(highs, week, asked);
      expect(breaches(week, found.placements)).toEqual([]);
      expect(found.placements.length).toBeGreaterThanOrEqual(greedy.length);
    }
  });
});
