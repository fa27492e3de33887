import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adultOf, demandOf, placed, placedWeeks, slotsOf, staffNo, weekOf } from '#test/given-weeks.ts';
import { breaches } from '../placement/check.ts';
import { fallenOn, wholeDay, withMoves } from './day-plan.ts';
import { allowsBy, weekWithout } from './day-rules.ts';
import { replan } from './replan.ts';

const slots = slotsOf(2, 3);
const away = [{ staffId: staffNo(1), ...wholeDay }];

describe('a day that is mended by the rules of the week', () => {
  it('breaks none of them that was not broken before', () => {
    fc.assert(
      fc.property(
        placedWeeks({ days: 2, perDay: 4, adults: 4, demands: 6 }),
        fc.subarray([1, 2, 3, 4], { minLength: 1, maxLength: 2 }),
        (asked, gone) => {
          fc.pre(breaches(asked, asked.placements).length === 0);
          const absent = gone.map((at) => ({ staffId: staffNo(at), ...wholeDay }));
          const week = weekWithout(asked, 1, absent);
          const found = replan({ week, day: 1, away: absent, allows: allowsBy(week, 1) });
          const after = withMoves(
            week,
            found.suggestions.flatMap(({ moves }) => moves),
          );
          expect(breaches(after, after.placements)).toEqual([]);
          expect(fallenOn(after, 1, absent)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives what only somebody away may give to whoever has the skills, on that day alone (rule cover-3)', () => {
    const only = new Set([staffNo(1)]);
    const week = weekOf({
      slots,
      adults: [
        adultOf(slots, 1, { skills: new Set(['elsa']) }),
        adultOf(slots, 2),
        adultOf(slots, 3, { skills: new Set(['elsa']) }),
      ],
      demands: [demandOf(slots, 1, { only, skills: new Set(['elsa']) })],
      placements: [placed(1, '1.2', 1)],
    });
    const day = weekWithout(week, 1, away);
    const { suggestions } = replan({ week: day, day: 1, away, allows: allowsBy(day, 1) });
    expect(suggestions.flatMap(({ moves }) => moves.map(({ to }) => to))).toEqual([staffNo(3)]);
    expect(weekWithout(week, 2, away).demands[0]?.only).toBe(only);
  });

  it('lets an interpreter of the law go before a general lesson: the lesson falls, and is told so', () => {
    const week = weekOf({
      slots,
      adults: [adultOf(slots, 1), adultOf(slots, 2)],
      demands: [demandOf(slots, 1, { force: 'law' }), demandOf(slots, 2)],
      placements: [placed(1, '1.1', 1), placed(2, '1.1', 2)],
    });
    const found = replan({ week, day: 1, away, allows: allowsBy(week, 1) });
    const [one] = found.suggestions;
    expect(one?.moves.map(({ placement, to }) => [placement.demandId, to])).toEqual([
      ['d1', staffNo(2)],
      ['d2', null],
    ]);
    expect(found.cost.lost).toEqual([0, 0, 0, 60]);
  });

  it('is of one part of the day where somebody is away for a part of it', () => {
    const week = weekOf({
      slots,
      adults: [adultOf(slots, 1), adultOf(slots, 2)],
      demands: [demandOf(slots, 1), demandOf(slots, 2)],
      placements: [placed(1, '1.1', 1), placed(2, '1.3', 1)],
    });
    const morning = [{ staffId: staffNo(1), from: 0, until: 600 }];
    expect(fallenOn(week, 1, morning).map(({ demand }) => demand.demandId)).toEqual(['d1']);
    expect(fallenOn(week, 2, morning)).toEqual([]);
  });
});
