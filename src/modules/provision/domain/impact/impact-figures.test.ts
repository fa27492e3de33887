import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { meanChange } from './change.ts';
import { impactOf } from './impact.ts';
import { besideTrust, ImpactFigures, impactFiguresOf, pooled } from './impact-figures.ts';

const measure = {
  name: 'NGRT',
  kind: 'standard',
  direction: 'high',
  sem: 4.7,
  sd: 15,
  reliability: 0.9,
} as const;
type Scores = readonly (readonly [pupil: number, entry: number, exit: number | null])[];

function figuresOf(scores: Scores): ImpactFigures {
  const delivery = { planned: 10, held: 9 };
  const impact = impactOf({
    measure,
    pupils: scores.map(([pupil, entry, exit]) => ({
      pupilId: `pupil ${pupil}`,
      entry: { score: entry, on: schoolDate('2026-01-12') },
      exit: exit === null ? null : { score: exit, on: schoolDate('2026-03-27') },
    })),
    earlier: [],
    delivery,
    pence: null,
  });
  return impactFiguresOf({ kindName: 'Talk Boost', measure, runs: 1, impact, sessions: delivery });
}
const plain = (count: number, exits: (at: number) => number | null = (at) => 90 + at): Scores =>
  Array.from({ length: count }, (_, at) => [at, 85, exits(at)] as const);

const hidden = { pupils: null, of: null, sessions: null, change: null, effect: null, ratio: null };

// (rule impact-19)
describe('figures for those who see no pupil', () => {
  it('tell of five pupils and more', () => {
    expect(figuresOf(plain(6))).toMatchObject({
      pupils: 6,
      of: 6,
      sessions: { planned: 10, held: 9 },
      change: { mean: 7.5, low: 5.5, high: 9.5 },
      verdict: 'keep',
    });
  });

  it.each([0, 1, 4])('tell nothing of %i', (count) => {
    const figures = figuresOf(plain(count));
    expect(figures).toMatchObject({ ...hidden, verdict: 'not_enough_data', reason: 'too_few_pupils' });
  });

  it('count a child once, however many runs it was in', () => {
    const twice = [...plain(3), ...plain(3)];
    expect(figuresOf(twice)).toMatchObject(hidden);
  });

  it('hide all pupils where one to four are without an exit, and no more', () => {
    expect(figuresOf(plain(8, (at) => (at < 6 ? 90 + at : null)))).toMatchObject({ pupils: 6, of: null });
    expect(figuresOf(plain(11, (at) => (at < 6 ? 90 + at : null)))).toMatchObject({ pupils: 6, of: 11 });
  });

  it('tell no mean where all gained the same: it would be that of each', () => {
    expect(figuresOf(plain(6, () => 92))).toMatchObject({ pupils: 6, change: null, effect: null });
  });

  it('hold no count of one to four, no pupil, and no field that was not agreed', () => {
    const scores = fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 70, max: 130 }),
        fc.option(fc.integer({ min: 70, max: 130 })),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(scores, (given) => {
        const figures = ImpactFigures.parse(figuresOf(given));
        for (const count of [figures.pupils, figures.of, (figures.of ?? 0) - (figures.pupils ?? 0)])
          expect(count === null || count <= 0 || count >= 5).toBe(true);
        expect(JSON.stringify(figures)).not.toMatch(/pupil \d|NaN/);
      }),
    );
  });

  it('are rounded, so that one pupil more does not tell that pupil’s gain', () => {
    const five = figuresOf(plain(5, (at) => 88 + 3 * at)).change?.mean ?? Number.NaN;
    const found = [70, 80, 90, 95].map((exit) => {
      const six = figuresOf([...plain(5, (at) => 88 + 3 * at), [9, 85, exit]]).change?.mean ?? Number.NaN;
      return Math.abs(6 * six - 5 * five - (exit - 85));
    });
    expect(Math.max(...found)).toBeGreaterThan(1);
    expect(() => ImpactFigures.parse({ ...figuresOf(plain(6)), forename: 'Ada' })).toThrow();
  });
});

// (rule impact-20)
describe('the same provision in the trust', () => {
  it('is pooled from number, mean and spread', () => {
    const two = pooled([
      { n: 5, mean: 4, spread: 2 },
      { n: 5, mean: 6, spread: 2 },
    ]);
    expect([two?.n, two?.mean, two?.spread.toFixed(2)]).toEqual([10, 5, '2.16']);
    expect(pooled([])).toBeNull();
  });

  it('pools to what all pupils together would have given', () => {
    const list = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(list, list, (one, other) => {
        const groups = [one, other].flatMap((gains) => meanChange(gains) ?? []);
        const [both, found] = [meanChange([...one, ...other]), pooled(groups)];
        expect(found?.mean).toBeCloseTo(both?.mean ?? Number.NaN, 9);
        expect(found?.spread).toBeCloseTo(both?.spread ?? Number.NaN, 9);
      }),
    );
  });

  it('stands beside a run only where somebody shares figures', () => {
    const here = meanChange([5, 7, 9, 8, 6]);
    const shared = { schoolId: 'one', figures: figuresOf(plain(6)) };
    expect(besideTrust(here, [shared])).toMatchObject({ pupils: 6, schools: 1 });
    expect(besideTrust(here, [{ ...shared, figures: figuresOf(plain(4)) }])).toBeNull();
    expect(besideTrust(null, [shared])).toBeNull();
  });
});
