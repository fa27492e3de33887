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
import { boardOf } from '../placement/board.ts';
import { breaches } from '../placement/check.ts';
import { whatStands } from '../placement/greedy.ts';
import type { Week } from '../week.ts';
import { type Away, isAway, itemsOn, withMoves } from './day-plan.ts';
import { allowsBy, weekWithout } from './day-rules.ts';
import { withOtherTimes } from './other-times.ts';
import { replan } from './replan.ts';

const slots = slotsOf(1, 4);
const none = () => false;

function mend(given: Week, away: readonly Away[], { stays = none, notBefore = 0 } = {}) {
  const week = weekWithout(given, 1, away);
  const asked = { week, day: 1 as const, away };
  const own = replan({ ...asked, allows: allowsBy(week, 1) });
  const mended = withOtherTimes({ ...asked, stays, notBefore }, own);
  const moves = mended.suggestions.flatMap((one) => one.moves);
  return { own, mended, moves, week, after: withMoves(week, moves) };
}
const morning: Away = { staffId: staffNo(1), from: 0, until: 660 };

// (rule cover-6)
describe('help that nobody can take at its own time', () => {
  const week = weekOf({
    slots,
    adults: [adultOf(slots, 1), adultOf(slots, 2)],
    demands: [
      demandOf(slots, 1, { knows: new Set([staffNo(1)]) }),
      demandOf(slots, 2, { pupilIds: [pupilNo(2)] }),
    ],
    placements: [placed(1, '1.1', 1), placed(2, '1.1', 2)],
  });
  const given = (more: Partial<Week>, options = {}) =>
    mend({ ...week, ...more }, [morning], options).moves.map(({ to, slotId }) => [to, slotId]);

  it('is given later by whoever had it and is back then', () => {
    expect(given({})).toEqual([[staffNo(1), '1.3']]);
    expect(mend(week, [morning]).mended.cost.lost).toEqual([0, 0, 0, 0]);
  });

  it('is given by somebody free where whoever had it is away all day', () => {
    const { moves } = mend(week, [{ ...morning, until: 1440 }]);
    expect(moves.map(({ to, slotId }) => [to, slotId])).toEqual([[staffNo(2), '1.2']]);
  });

  it('stays lost where it is that of a group, or the rest of the day is over', () => {
    expect(given({}, { stays: () => true })).toEqual([[null, undefined]]);
    expect(given({}, { notBefore: 900 })).toEqual([[null, undefined]]);
  });

  it('is not given while its pupils have something else', () => {
    const [first, second] = week.demands;
    if (first === undefined || second === undefined) throw new Error('two demands');
    const busy = demandOf(slots, 3, { times: 2, pupilIds: [pupilNo(1)] });
    const more = {
      demands: [first, second, busy],
      placements: [...week.placements, placed(3, '1.3', 2), placed(3, '1.2', 2)],
    };
    expect(given(more)).toEqual([[staffNo(1), '1.4']]);
  });

  it('never breaks a rule, loses no more, and is with nobody who is away', () => {
    const weeks = placedWeeks({ days: 1, perDay: 4, adults: 3, demands: 4 });
    fc.assert(
      fc.property(weeks, fc.constantFrom(495, 555, 1440), (some, until) => {
        const standing = { ...some, placements: whatStands(boardOf(some)).kept };
        const away = [{ staffId: staffNo(1), from: 0, until }];
        const { own, mended, after, week: asked, moves } = mend(standing, away);
        const there = after.placements.filter(
          (one) =>
            !itemsOn(after, 1).some((item) => item.placement === one && isAway(away, one.staffId, item)),
        );
        expect(there.length).toBe(after.placements.length);
        const isOf = new Set(moves.map(({ placement }) => placement.demandId));
        expect(
          breaches(asked, after.placements).filter(({ placements }) =>
            placements.some((one) => isOf.has(one.demandId)),
          ),
        ).toEqual([]);
        for (const [at, lost] of mended.cost.lost.entries())
          expect(lost).toBeLessThanOrEqual(own.cost.lost[at] ?? 0);
      }),
      { numRuns: 150 },
    );
  });
});
