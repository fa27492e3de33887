import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { splitPence } from '#src/kernel/money.ts';
import {
  adultPence,
  againstOwnPart,
  bearersOf,
  bearersOn,
  bySource,
  shareAmong,
  sharesOn,
  sumCosts,
} from './cost.ts';
import type { SessionPupil } from './session.ts';

const [ada, ben, cat] = [1, 2, 3].map(() => PupilId.parse(newId()));
if (ada === undefined || ben === undefined || cat === undefined) throw new Error('three pupils');
const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

describe('the cost of an adult’s time (rule prov-4)', () => {
  it.each([
    [30, 1720, 860],
    [20, 1720, 573],
    [1, 30, 1],
    [1, 29, 0],
    [60, 0, 0],
    // 1 hour a week over 38 weeks at £17.20 is the published tariff of £653.60 (statutory.md 4.3).
    [60 * 38, 1720, 65_360],
  ])('%i minutes at %i pence an hour → %i', (minutes, rate, pence) => {
    expect(adultPence(minutes, rate)).toBe(pence);
  });
});

describe('splitting pence (rule prov-5)', () => {
  it.each([
    [1000, [1, 1, 1], [334, 333, 333]],
    [65_360, [1, 1, 1, 1], [16_340, 16_340, 16_340, 16_340]],
    [10, [1, 2, 4], [1, 3, 6]],
    [5, [0, 1], [0, 5]],
    [0, [1, 1], [0, 0]],
  ])('%i by %j → %j', (pence, weights, parts) => {
    expect(splitPence(pence, weights)).toEqual(parts);
  });

  it('always makes the whole, and no part is a penny or more from its exact share', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 12 }),
        (pence, weights) => {
          fc.pre(sum(weights) > 0);
          const parts = splitPence(pence, weights);
          expect(sum(parts)).toBe(pence);
          parts.forEach((part, at) => {
            const exact = (pence * (weights[at] ?? 0)) / sum(weights);
            expect(Math.abs(part - exact)).toBeLessThan(1.000001);
          });
        },
      ),
    );
  });

  it('does not depend on the order in which pupils came', () => {
    expect([...shareAmong(100, [ada, ben, cat])]).toEqual([...shareAmong(100, [cat, ada, ben, ada])]);
  });

  it('says so when there is nothing to split by', () => {
    expect(() => splitPence(100, [0, 0])).toThrow(RangeError);
    expect(shareAmong(100, []).size).toBe(0);
  });
});

describe('who bears a cost (rule prov-5)', () => {
  const here = (pupilId: PupilId): SessionPupil => ({ pupilId, state: 'present', reason: null, minutes: 30 });
  const away = (pupilId: PupilId): SessionPupil => ({
    pupilId,
    state: 'absent',
    reason: 'pupil_absent',
    minutes: 0,
  });
  it.each([
    ['those who were there share it', 'shared', [here(ada), here(ben), away(cat)], [], [ada, ben]],
    ['all who were due, when nobody came', 'shared', [away(ada), away(ben)], [], [ada, ben]],
    ['the one for whom it was set up', 'one', [here(ada), here(ben)], [ben], [ben]],
    ['that one, though away', 'one', [here(ada), away(ben)], [ben], [ben]],
    ['those who were there, when nobody is marked', 'one', [here(ada), away(ben)], [], [ada]],
  ] as const)('%s', (_, charge, pupils, marked, bearers) => {
    expect(bearersOf(charge, pupils, new Set(marked))).toEqual(bearers);
  });

  it('is whoever is in it on the day, else whoever ever was', () => {
    const spell = (pupilId: PupilId, from: string, until: string | null, bearsCost = true) => ({
      pupilId,
      bearsCost,
      fromOn: schoolDate(from),
      untilOn: until === null ? null : schoolDate(until),
    });
    const spells = [spell(ada, '2026-09-07', '2026-10-09'), spell(ben, '2026-10-05', null, false)];
    expect(bearersOn('shared', spells, schoolDate('2026-10-06'))).toEqual([ada, ben]);
    expect(bearersOn('one', spells, schoolDate('2026-10-06'))).toEqual([ada]);
    expect(bearersOn('shared', spells, schoolDate('2026-09-01'))).toEqual([ada, ben]);
  });
});

describe('cost of any school', () => {
  it('is at every level the sum of the level below, to the penny', () => {
    const anySession = fc.record({
      minutes: fc.integer({ min: 1, max: 120 }),
      rates: fc.array(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 3 }),
      there: fc.subarray([ada, ben, cat]),
    });
    const anySchool = fc.array(fc.array(anySession, { maxLength: 8 }), { maxLength: 6 });
    fc.assert(
      fc.property(anySchool, (runs) => {
        const perRun = runs.map((sessions) => {
          const perSession = sessions.map(({ minutes, rates, there }) => {
            const pence = sum(rates.map((rate) => adultPence(minutes, rate)));
            const pupils = [ada, ben, cat].map((pupilId) =>
              there.includes(pupilId)
                ? ({ pupilId, state: 'present' } as const)
                : ({ pupilId, state: 'missed' } as const),
            );
            const shares = shareAmong(pence, bearersOf('shared', pupils, new Set()));
            expect(sum([...shares.values()])).toBe(pence);
            return { pence, shares };
          });
          return {
            pence: sumCosts(perSession.map(({ pence }) => ({ pence, unratedMinutes: 0 }))).pence,
            perSession,
          };
        });
        const whole = sum(perRun.map(({ pence }) => pence));
        const ofPupils = [ada, ben, cat].map((pupilId) =>
          sum(perRun.flatMap(({ perSession }) => perSession.map(({ shares }) => shares.get(pupilId) ?? 0))),
        );
        expect(sum(ofPupils)).toBe(whole);
      }),
    );
  });
});

describe('who pays (rule prov-6)', () => {
  it('splits by the shares, to the penny', () => {
    const shares = [
      { source: 'pupil_premium', basisPoints: 3333 },
      { source: 'notional_sen', basisPoints: 6667 },
    ] as const;
    expect([...bySource(1001, shares)]).toEqual([
      ['pupil_premium', 334],
      ['notional_sen', 667],
    ]);
    expect([...bySource(500, [])]).toEqual([[null, 500]]);
  });

  it('goes by the shares of the newest day until then', () => {
    const shares = [
      { source: 'notional_sen', basisPoints: 10_000, fromOn: schoolDate('2026-09-07') },
      { source: 'notional_sen', basisPoints: 0, fromOn: schoolDate('2026-11-02') },
      { source: 'top_up', basisPoints: 10_000, fromOn: schoolDate('2026-11-02') },
    ] as const;
    expect(sharesOn(shares, schoolDate('2026-10-01')).map(({ source }) => source)).toEqual(['notional_sen']);
    expect(sharesOn(shares, schoolDate('2026-11-02')).map(({ source }) => source)).toEqual(['top_up']);
    expect(sharesOn(shares, schoolDate('2026-09-01'))).toEqual([]);
  });
});

describe('against the first £6,000 (rule prov-7)', () => {
  it.each([
    [0, { within: 0, beyond: 0 }],
    [600_000, { within: 600_000, beyond: 0 }],
    [725_000, { within: 600_000, beyond: 125_000 }],
  ])('%i → %j', (pence, parts) => {
    expect(againstOwnPart(pence)).toEqual(parts);
  });
});
