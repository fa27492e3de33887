import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
import { explainPlacement } from './explain-placement.ts';
import { boardOf, keyOf } from './placement/board.ts';
import { breaches } from './placement/check.ts';
import { whatStands } from './placement/greedy.ts';
import { compareScores, scoreOf } from './placement/score.ts';
import type { Adult, Demand, Placement, Week } from './week.ts';

const slots = slotsOf(1, 3);
const given = (
  {
    other = {},
    demand = {},
    more = [],
  }: { other?: Partial<Adult>; demand?: Partial<Demand>; more?: Demand[] },
  placements: readonly Placement[] = [],
) => {
  const adults = [adultOf(slots, 1), adultOf(slots, 2, other)];
  const week = weekOf({ slots, adults, demands: [demandOf(slots, 1, demand), ...more] });
  const explained = explainPlacement(
    boardOf(week),
    [placed(1, '1.1', 1), ...placements],
    placed(1, '1.1', 1),
  );
  if (explained === null) throw new Error('a placement');
  return explained;
};
const ruleOf = (...of: Parameters<typeof given>) => given(...of).byOthers[0]?.rule;

// (rule place-6)
describe('why something is placed where it is', () => {
  it.each([
    ['skills', { demand: { skills: new Set(['elsa']) } }, []],
    ['named', { demand: { only: new Set([staffNo(1)]) } }, []],
    ['avoids', { other: { avoids: new Set([pupilNo(1)]) } }, []],
    ['available', { other: { slotIds: new Set(['1.2']) } }, []],
    ['adult', { more: [demandOf(slots, 2)] }, [placed(2, '1.1', 2)]],
    ['minutes', { other: { minutes: 30 } }, []],
    ['row', { other: { inARow: 1 }, more: [demandOf(slots, 2)] }, [placed(2, '1.2', 2)]],
    [null, {}, []],
  ] as const)('of another adult says the rule that keeps them from it: %s', (rule, week, placements) => {
    expect(ruleOf(week as Parameters<typeof given>[0], placements)).toBe(rule);
  });

  it('says what is in the way, of the adult and of the pupil', () => {
    const { byOthers, atOtherTimes } = given(
      { more: [demandOf(slots, 2), demandOf(slots, 3, { pupilIds: [pupilNo(1)] })] },
      [placed(2, '1.1', 2), placed(3, '1.2', 2)],
    );
    expect(byOthers[0]?.inTheWay.map(keyOf)).toEqual([keyOf(placed(2, '1.1', 2))]);
    expect(atOtherTimes.map(({ rule }) => rule)).toEqual(['pupil', null]);
    expect(atOtherTimes[0]?.inTheWay.map(keyOf)).toEqual([keyOf(placed(3, '1.2', 2))]);
  });

  it('counts the ways, and says what each that could be had would change', () => {
    const explained = given({ demand: { knows: new Set([staffNo(1)]) }, other: { penceAnHour: 900 } });
    expect([explained.ways, explained.open]).toEqual([6, 6]);
    expect(explained.known).toEqual([{ pupilId: pupilNo(1), staffIds: [staffNo(1)] }]);
    expect(explained.byOthers[0]?.difference).toEqual({ level: 'faces', more: 1, isWorse: true });
    expect(explained.atOtherTimes.map(({ difference }) => difference)).toEqual([null, null]);
  });

  it('is nothing of what is not placed, or of what points at nothing', () => {
    const week = weekOf({ slots, adults: [adultOf(slots, 1)], demands: [demandOf(slots, 1)] });
    expect(explainPlacement(boardOf(week), [], placed(1, '1.1', 1))).toBeNull();
    expect(explainPlacement(boardOf(week), [placed(9, '1.1', 1)], placed(9, '1.1', 1))).toBeNull();
  });

  it('agrees with the checker and the order of what is better, whatever the week', () => {
    const weeks = placedWeeks({ days: 2, perDay: 3, adults: 3, demands: 3 });
    fc.assert(
      fc.property(weeks, (week) => {
        for (const placement of whatStands(boardOf(week)).kept) expectTrue(week, placement);
      }),
      { numRuns: 200 },
    );
  });
});

/** That all that is said of a placement holds by the checker and the score, which know nothing of how it was said. */
function expectTrue(week: Week, placement: Placement): void {
  const board = boardOf(week);
  const { kept } = whatStands(board);
  const explained = explainPlacement(board, kept, placement);
  if (explained === null) throw new Error('a placement');
  expect(explained.rule).toBeNull();
  const others = week.adults.filter(({ staffId }) => staffId !== placement.staffId);
  expect(explained.byOthers.map((way) => way.placement.staffId)).toEqual(
    others.map(({ staffId }) => staffId),
  );
  const rest = kept.filter((one) => keyOf(one) !== keyOf(placement));
  for (const way of [...explained.byOthers, ...explained.atOtherTimes]) {
    const after = [...rest, way.placement];
    expect(way.rule === null).toBe(breaches(week, after).length === 0);
    const better = compareScores(scoreOf(board, after), scoreOf(board, kept));
    const said = way.difference === null ? 0 : way.difference.isWorse ? -1 : 1;
    if (way.rule === null) expect(Math.sign(better)).toBe(said);
  }
}
