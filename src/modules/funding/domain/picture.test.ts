import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { sumPence } from '#src/kernel/money.ts';
import type { CostShare } from '#src/modules/provision/index.ts';
import { budgetOf, incomeSources, type LineWithEntries } from './budget.ts';
import { budgetYear } from './budget-year.ts';
import { pictureOf, proofOf, topUpOf } from './picture.ts';
import { balanceOf, costOfMinutes, effectOf, lostByLeaving, lostByRefusal } from './what-if.ts';

const ids = [1, 2, 3, 4].map((at) => PupilId.parse(newId(at)));
const year = budgetYear('academic', 2026);
const today = schoolDate('2026-11-24');
const pence = fc.integer({ min: 0, max: 900_000 });

const anyShare: fc.Arbitrary<CostShare> = fc.record({
  runId: fc.constantFrom('a', 'b'),
  pupilId: fc.constantFrom(null, ...ids),
  source: fc.constantFrom(null, 'notional_sen', 'top_up', 'core', 'pupil_premium'),
  planned: pence,
  toDate: pence,
  toCome: pence,
});
const anyIncome: fc.Arbitrary<LineWithEntries> = fc
  .record({
    kind: fc.constantFrom(...incomeSources),
    plans: fc.array(pence, { maxLength: 3 }),
    actual: pence,
    pupilId: fc.constantFrom(null, ...ids),
    budgetLineId: fc.uuid(),
  })
  .map((line) => ({
    ...line,
    side: 'income',
    yearKind: 'academic',
    firstYear: 2026,
    name: 'x',
    code: null,
    band: null,
    committed: 0,
    version: 1,
  }));

describe('income beside cost (rule budget-7)', () => {
  it('has each penny in one row', () => {
    fc.assert(
      fc.property(fc.array(anyIncome), fc.array(anyShare), (lines, shares) => {
        const budget = budgetOf(lines, year, today);
        const { rows, total } = pictureOf(budget.groups, shares);
        for (const name of ['income', 'delivered', 'toCome', 'left'] as const)
          expect(sumPence(rows.map((row) => row[name]))).toBe(total[name]);
        expect(total.income).toBe(budget.income.forecast);
        expect(total.delivered + total.toCome).toBe(
          sumPence(shares.flatMap(({ toDate, toCome }) => [toDate, toCome])),
        );
      }),
    );
  });
});

describe('the first £6,000 of each pupil (rule budget-8)', () => {
  it('splits what a pupil costs at the threshold', () => {
    const [pupilId = PupilId.parse(newId())] = ids;
    const share = { runId: 'a', pupilId, source: null, planned: 0, toDate: 700_000, toCome: 25_000 };
    const proof = proofOf([share], { thresholdPence: 600_000, topUps: new Map(), byPlace: new Set() });
    expect(proof.pupils).toEqual([
      {
        pupilId,
        delivered: 700_000,
        toCome: 25_000,
        forecast: 725_000,
        own: 600_000,
        beyond: 125_000,
        topUp: 0,
      },
    ]);
  });

  it('leaves out who is funded by place, and loses no penny', () => {
    fc.assert(
      fc.property(fc.array(anyShare), fc.array(anyIncome), fc.subarray(ids), (shares, lines, places) => {
        const topUps = topUpOf(budgetOf(lines, year, today).groups);
        const byPlace = new Set(places);
        const { pupils, elsewhere } = proofOf(shares, { thresholdPence: 600_000, topUps, byPlace });
        const all = sumPence(shares.flatMap(({ toDate, toCome }) => [toDate, toCome]));
        expect(sumPence(pupils.map(({ forecast }) => forecast)) + elsewhere).toBe(all);
        expect(pupils.some(({ pupilId }) => byPlace.has(pupilId))).toBe(false);
        for (const one of pupils) {
          expect(one.own + one.beyond).toBe(one.forecast);
          expect(one.own).toBeLessThanOrEqual(600_000);
        }
      }),
    );
  });
});

describe('what if (rule budget-9)', () => {
  it('takes the days that are left of a pupil’s money', () => {
    expect(lostByLeaving(365_00, year, schoolDate('2027-05-23'))).toBe(100_00);
    expect(lostByLeaving(365_00, year, year.until)).toBe(0);
    expect(lostByLeaving(365_00, year, schoolDate('2026-08-01'))).toBe(365_00);
    expect(lostByLeaving(365_00, year, schoolDate('2028-01-01'))).toBe(0);
    expect(lostByLeaving(0, year, today)).toBe(0);
  });

  it('takes what has not come yet where a band is refused', () => {
    expect(lostByRefusal({ forecast: 300_00, actual: 100_00 })).toBe(200_00);
    expect(lostByRefusal({ forecast: 100_00, actual: 100_00 })).toBe(0);
  });

  it('costs minutes at the rate, both ways alike', () => {
    expect(costOfMinutes(60, 20, 1720)).toBe(344_00);
    expect(costOfMinutes(-60, 20, 1720)).toBe(-344_00);
    expect(costOfMinutes(1, 1, 29)).toBe(0);
  });

  it('adds up to the penny', () => {
    const line = fc.record({
      what: fc.constantFrom('leaves' as const, 'hours' as const, 'refused' as const),
      words: fc.constant('x'),
      income: fc.integer({ min: -1e6, max: 1e6 }),
      spending: fc.integer({ min: -1e6, max: 1e6 }),
    });
    fc.assert(
      fc.property(pence, pence, fc.array(line), (income, spending, lines) => {
        const { before, after } = effectOf({ income, spending }, lines);
        const moved = sumPence(lines.map((one) => one.income - one.spending));
        expect(balanceOf(after) - balanceOf(before)).toBe(moved);
      }),
    );
  });
});
