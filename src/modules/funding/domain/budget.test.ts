import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { poundsInFile, poundsInWords, splitPence, sumPence } from '#src/kernel/money.ts';
import {
  budgetOf,
  figuresIn,
  forecastOf,
  incomeSources,
  type LineWithEntries,
  spendingHeads,
  virementEntries,
} from './budget.ts';
import { budgetYear, budgetYearNamed, budgetYearOf, partIn, yearKinds, yearsBeside } from './budget-year.ts';

const today = schoolDate('2026-11-24');
const figureNames = ['planned', 'committed', 'actual', 'forecast'] as const;
const anyPence = fc.integer({ min: -50_000_00, max: 90_000_00 });
const anyYear = fc.record({
  kind: fc.constantFrom(...yearKinds),
  firstYear: fc.integer({ min: 2024, max: 2028 }),
});

const anyLine: fc.Arbitrary<LineWithEntries> = fc
  .record({
    of: anyYear,
    kind: fc.constantFrom(
      ...incomeSources.map((kind) => ({ side: 'income' as const, kind })),
      ...spendingHeads.map((kind) => ({ side: 'spending' as const, kind })),
    ),
    plans: fc.array(anyPence, { maxLength: 6 }),
    committed: anyPence,
    actual: anyPence,
    budgetLineId: fc.uuid(),
  })
  .map(({ of, kind, ...rest }) => ({
    ...rest,
    ...kind,
    yearKind: of.kind,
    firstYear: of.firstYear,
    name: 'A line',
    code: null,
    pupilId: null,
    band: null,
    version: 1,
  }));

describe('years of money (rule budget-1)', () => {
  it('begin in April or in September', () => {
    expect(budgetYear('financial', 2026)).toMatchObject({ from: '2026-04-01', until: '2027-03-31' });
    expect(budgetYear('academic', 2026)).toMatchObject({ from: '2026-09-01', until: '2027-08-31' });
    expect(budgetYearOf('financial', schoolDate('2026-03-31')).firstYear).toBe(2025);
    expect(budgetYearOf('financial', schoolDate('2026-04-01')).firstYear).toBe(2026);
    expect(budgetYearOf('academic', schoolDate('2026-08-31')).firstYear).toBe(2025);
  });

  it('are known by their key, and nothing else is', () => {
    expect(budgetYearNamed('academic-2026')?.label).toBe('Academic year 2026/27');
    for (const key of [
      '',
      'academic',
      'academic-26',
      'financial-1066',
      'financial-2999',
      'calendar-2026',
      'academic-2026 ',
    ])
      expect(budgetYearNamed(key)).toBeNull();
  });
});

describe('an amount for a year seen from another (rule budget-2)', () => {
  it('is five and seven twelfths, to the penny', () => {
    const of = { kind: 'financial', firstYear: 2026 } as const;
    expect(partIn(100_00, of, { kind: 'academic', firstYear: 2025 })).toBe(41_67);
    expect(partIn(100_00, of, { kind: 'academic', firstYear: 2026 })).toBe(58_33);
    expect(partIn(100_00, of, { kind: 'academic', firstYear: 2027 })).toBe(0);
    expect(partIn(-100_00, of, { kind: 'academic', firstYear: 2025 })).toBe(-41_67);
  });

  it('comes to the whole over the years of each kind', () => {
    fc.assert(
      fc.property(anyPence, anyYear, (pence, of) => {
        const others = yearsBeside(of);
        const parts = (kind: string) =>
          others.filter((year) => year.kind === kind).map((year) => partIn(pence, of, year));
        expect(sumPence(parts(of.kind))).toBe(pence);
        expect(sumPence(parts(of.kind === 'financial' ? 'academic' : 'financial'))).toBe(pence);
      }),
    );
  });
});

describe('a forecast (rule budget-3)', () => {
  it('is the plan, or what is certain where that is more, and at the end what is certain', () => {
    const sums = { planned: 500_00, committed: 100_00, actual: 200_00 };
    expect(forecastOf(sums, false)).toBe(500_00);
    expect(forecastOf({ ...sums, committed: 400_00 }, false)).toBe(600_00);
    expect(forecastOf(sums, true)).toBe(300_00);
  });

  it('of a line whose own year is over no longer follows its plan', () => {
    const line = {
      yearKind: 'financial',
      firstYear: 2025,
      plans: [120_00],
      committed: 0,
      actual: 30_00,
    } as const;
    expect(figuresIn(line, budgetYear('financial', 2025), schoolDate('2026-03-31')).forecast).toBe(120_00);
    expect(figuresIn(line, budgetYear('financial', 2025), schoolDate('2026-04-01')).forecast).toBe(30_00);
  });
});

describe('a year’s budget (rule budget-4)', () => {
  it('adds up on every level to the penny', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 40 }), anyYear, (lines, { kind, firstYear }) => {
        const year = budgetYear(kind, firstYear);
        const budget = budgetOf(lines, year, today);
        for (const name of figureNames) {
          for (const group of budget.groups)
            expect(group.figures[name]).toBe(sumPence(group.lines.map(({ figures }) => figures[name])));
          for (const side of ['income', 'spending'] as const) {
            const own = lines
              .filter((line) => line.side === side)
              .map((line) => figuresIn(line, year, today)[name]);
            expect(budget[side][name]).toBe(sumPence(own));
            expect(Number.isInteger(budget[side][name])).toBe(true);
          }
        }
        expect(budget.groups.flatMap((group) => group.lines)).toHaveLength(lines.length);
      }),
    );
  });

  it('loses no plan between the years of a kind', () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 20 }), fc.constantFrom(...yearKinds), (lines, kind) => {
        const years = Array.from({ length: 8 }, (_, at) => budgetYear(kind, 2022 + at));
        const seen = years.map((year) => sumPence(lines.map((line) => figuresIn(line, year, today).planned)));
        expect(sumPence(seen)).toBe(sumPence(lines.flatMap(({ plans }) => plans)));
      }),
    );
  });
});

describe('money that is moved (rule budget-5)', () => {
  it('leaves every sum of every year as it was', () => {
    fc.assert(
      fc.property(
        anyLine,
        fc.integer({ min: 1, max: 9_999_99 }),
        anyYear,
        (line, pence, { kind, firstYear }) => {
          const { from, to } = virementEntries(pence);
          expect(from + to).toBe(0);
          const year = budgetYear(kind, firstYear);
          const other = { ...line, plans: [7] };
          const planned = (lines: readonly LineWithEntries[]) =>
            sumPence(lines.map((one) => figuresIn(one, year, today).planned));
          const moved = [
            { ...line, plans: [...line.plans, from] },
            { ...other, plans: [...other.plans, to] },
          ];
          expect(planned(moved)).toBe(planned([line, other]));
        },
      ),
    );
  });
});

describe('money', () => {
  it('is split with its sign, and written without a fraction of a penny', () => {
    expect(splitPence(-1000, [1, 1, 1])).toEqual([-334, -333, -333]);
    fc.assert(
      fc.property(
        anyPence,
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 8 }),
        (pence, weights) => {
          const parts = splitPence(pence, weights);
          expect(sumPence(parts)).toBe(pence);
          expect(splitPence(-pence, weights).map((part) => 0 - part)).toEqual(parts);
        },
      ),
    );
    expect([poundsInWords(1_234_05), poundsInWords(-150), poundsInFile(-5)]).toEqual([
      '£1,234.05',
      '−£1.50',
      '-0.05',
    ]);
  });
});
