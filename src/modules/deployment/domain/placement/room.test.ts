import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedWeeks } from '#test/given-weeks.ts';
import { boardOf, optionsOf, placementOf } from './board.ts';
import { breaches } from './check.ts';
import { whatStands } from './greedy.ts';
import { roomFor } from './room.ts';
import { compareScores } from './score.ts';

const weeks = placedWeeks({ days: 2, perDay: 3, adults: 2, demands: 3 });

describe('a timetable while it is made', () => {
  it('has room for one more exactly where the checker finds nothing', () => {
    fc.assert(
      fc.property(weeks, (week) => {
        const board = boardOf(week);
        const { kept } = whatStands(board);
        expect(breaches(week, kept)).toEqual([]);
        const options = week.demands.flatMap((demand) => optionsOf(board, demand));
        const room = roomFor(board);
        const isKept = (key: string) =>
          kept.some((one) => `${one.demandId} ${one.slotId} ${one.staffId}` === key);
        for (const option of options)
          if (isKept(`${option.demand.demandId} ${option.slotId} ${option.adult.staffId}`)) room.put(option);
        for (const option of options) {
          const found = breaches(week, [...kept, placementOf(option)]);
          expect(room.whyNot(option) === null).toBe(found.length === 0);
        }
      }),
      { numRuns: 150 },
    );
  });
});

// (rule place-2)
describe('what is better', () => {
  const worst = { safety: 0, law: 0, intervention: 0, general: 0, faces: 0, unequal: 0, pence: 0 };

  it.each([
    ['a minute of safety than any law', { safety: 1 }, { law: 9999 }],
    ['a minute of law than any intervention', { law: 1 }, { intervention: 9999 }],
    ['a minute of intervention than any general help', { intervention: 1 }, { general: 9999 }],
    ['help than few adults', { general: 1, faces: 99 }, {}],
    ['few adults than equal shares', { faces: 1 }, { faces: 2, unequal: -99 }],
    ['equal shares than money', { unequal: 1 }, { unequal: 2, pence: -99 }],
    ['less money', { pence: 1 }, { pence: 2 }],
  ])('is %s', (_, better, worse) => {
    expect(compareScores({ ...worst, ...better }, { ...worst, ...worse })).toBeGreaterThan(0);
    expect(compareScores({ ...worst, ...worse }, { ...worst, ...better })).toBeLessThan(0);
  });
});
