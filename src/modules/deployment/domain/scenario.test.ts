import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adultOf,
  demandOf,
  fullWeek,
  placed,
  placedWeeks,
  pupilNo,
  slotsOf,
  staffNo,
  weekOf,
} from '#test/given-weeks.ts';
import { boardOf } from './placement/board.ts';
import { breaches } from './placement/check.ts';
import { placeGreedily } from './placement/greedy.ts';
import { type ScenarioChange, withChanges } from './scenario.ts';
import { figuresOf, standingIn, takenOver } from './scenario-figures.ts';

const slots = slotsOf(2, 3);
const week = fullWeek(
  weekOf({
    slots,
    adults: [
      adultOf(slots, 1, { minutes: 1800, penceAnHour: 1200, slotIds: new Set(['1.1', '1.2']) }),
      adultOf(slots, 2, { minutes: 1200 }),
    ],
    demands: [
      demandOf(slots, 1, { force: 'law', skills: new Set(['elsa']), startIds: new Set(['1.1']) }),
      demandOf(slots, 2, { times: 2 }),
    ],
    placements: [placed(2, '1.1', 1), placed(2, '1.2', 2)],
  }),
);
const minutesOf = (...changes: ScenarioChange[]) =>
  withChanges(week, changes).adults.map(({ minutes }) => minutes);

// (rule place-8)
describe('a scenario', () => {
  it.each<[string, ScenarioChange, number[]]>([
    ['hours lost', { is: 'hours', staffId: staffNo(1), minutes: -600 }, [1200, 1200]],
    ['all hours lost', { is: 'hours', staffId: staffNo(1), minutes: -9000 }, [1200]],
    ['hours gained', { is: 'hours', staffId: staffNo(2), minutes: 60 }, [1800, 1260]],
    ['of somebody who left', { is: 'hours', staffId: staffNo(9), minutes: 60 }, [1800, 1200]],
    ['hours saved', { is: 'cut_hours', minutes: 600 }, [1440, 960]],
    ['more saved than there is', { is: 'cut_hours', minutes: 99_999 }, []],
    // £12 × 30 hours × 39 weeks are £14,040 a year: half of it is saved of the one whose rate is known.
    ['pounds saved', { is: 'cut_pence', penceAYear: 702_000 }, [900, 1200]],
    [
      'somebody new',
      { is: 'adult', staffId: staffNo(3), minutes: 300, skills: ['elsa'], penceAnHour: null },
      [1800, 1200, 300],
    ],
  ])('changes the hours: %s', (_, change, minutes) => {
    expect(minutesOf(change)).toEqual(minutes);
  });

  it('lets hours that are gained lie at any time, and leaves the week as it was', () => {
    const changed = withChanges(week, [{ is: 'hours', staffId: staffNo(1), minutes: 60 }]);
    expect(changed.adults[0]?.slotIds.size).toBe(6);
    expect(week.adults[0]?.slotIds.size).toBe(2);
  });

  it('says what is given, what it costs, what falls first and what hangs on one adult', () => {
    const trained = {
      is: 'adult' as const,
      staffId: staffNo(3),
      minutes: 300,
      skills: ['elsa'],
      penceAnHour: 1000,
    };
    const changed = withChanges(week, [trained, { is: 'hours', staffId: staffNo(2), minutes: -9000 }]);
    const found = [placed(1, '1.1', 3), placed(2, '1.1', 1)];
    const figures = figuresOf(changed, standingIn(changed, found), week.placements);
    expect(figures.coverage.map(({ force, timesPlaced }) => [force, timesPlaced])).toEqual([
      ['law', 1],
      ['general', 1],
    ]);
    // 30 hours at £12 and 5 at £10.
    expect(figures.pence).toEqual({ week: 41_000, year: 41_000 * 39 });
    expect(figures.falls.map(({ demand, times }) => [demand.demandId, times])).toEqual([['d2', 1]]);
    expect(figures.hanging.map(({ adult }) => adult.staffId)).toEqual([staffNo(3)]);
    expect(takenOver(week, found)).toEqual([placed(2, '1.1', 1)]);
  });

  it('has help for a new pupil that begins where lessons are', () => {
    const demand = {
      ...{
        is: 'demand' as const,
        demandId: 'd9',
        pupilId: pupilNo(9),
        title: 'One to one',
        force: 'law' as const,
      },
      ...{ times: 3, length: 2, skills: [], need: 4 },
    };
    const changed = withChanges(week, [demand]);
    expect([...(changed.demands.at(-1)?.startIds ?? [])]).toEqual(['1.1', '1.2', '2.1', '2.2']);
    expect(changed.pupils.get(pupilNo(9))?.surname).toBe('pupil');
  });

  it('never has an adult with fewer than no hours, and counts only what keeps every rule', () => {
    const size = { days: 2, perDay: 3, adults: 3, demands: 3 };
    const cuts = fc.record({
      is: fc.constant('cut_hours' as const),
      minutes: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(placedWeeks(size), cuts, (some, cut) => {
        const before = fullWeek(some);
        const changed = withChanges(before, [cut]);
        expect(changed.adults.every(({ minutes }) => minutes > 0)).toBe(true);
        const all = (of: typeof before) => of.adults.reduce((sum, { minutes }) => sum + minutes, 0);
        expect(all(changed)).toBeLessThanOrEqual(
          Math.max(0, all(before) - cut.minutes) + before.adults.length,
        );
        const found = placeGreedily(boardOf(before), []);
        expect(breaches(changed, standingIn(changed, found))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
