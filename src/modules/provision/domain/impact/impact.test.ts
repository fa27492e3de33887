import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { impactOf, type Measured } from './impact.ts';
import type { JudgedMeasure } from './judged-measure.ts';

const start = schoolDate('2026-01-12');
const end = addDays(start, 90);
const reading: JudgedMeasure = { kind: 'standard', direction: 'high', sd: 15, sem: 4.7, reliability: 0.9 };
const ages: JudgedMeasure = { kind: 'age_months', direction: 'high', sd: null, sem: null, reliability: null };
const difficulties: JudgedMeasure = { kind: 'raw', direction: 'low', sd: null, sem: 2.6, reliability: null };

const pupil = (entry: number | null, exit: number | null, pupilId = 'p'): Measured => ({
  pupilId,
  entry: entry === null ? null : { score: entry, on: start },
  exit: exit === null ? null : { score: exit, on: end },
});
const impact = (pupils: readonly Measured[], measure = reading, earlier: readonly Measured[] = []) =>
  impactOf({ measure, pupils, earlier, delivery: { planned: 20, held: 19 }, pence: 60_000 });

const five = [pupil(80, 86), pupil(82, 90), pupil(79, 84), pupil(88, 97), pupil(75, 82)];

// (rule impact-15)
describe('the impact of a run', () => {
  it('tells the mean, the effect, each pupil’s change, the cost and a verdict', () => {
    const told = impact(five);
    expect(told).toMatchObject({
      pupils: 5,
      measured: 5,
      change: { n: 5, mean: 7 },
      effect: { unit: 'norms' },
      cost: { pencePerPupil: 12_000, pencePerPoint: 1_714 },
      judged: { verdict: 'keep', reasons: ['more_than_expected'] },
    });
    expect(told.each.map(({ gain }) => gain)).toEqual([6, 8, 5, 9, 7]);
  });

  it('says nothing of a group below five pupils, and of each pupil what can be said', () => {
    const told = impact([...five.slice(0, 4), pupil(81, null)]);
    expect(told).toMatchObject({
      pupils: 5,
      measured: 4,
      change: null,
      effect: null,
      ratio: null,
      apart: null,
    });
    expect(told.judged).toEqual({ verdict: 'not_enough_data', reasons: ['too_few_pupils'] });
    expect(told.each[3]).toMatchObject({ gain: 9, reliable: { change: 'same' } });
    expect(told.each[4]).toMatchObject({ gain: null, reliable: null });
  });

  it('reads a standard score that stays as expected progress, never as none', () => {
    const level = [pupil(80, 81), pupil(82, 81), pupil(79, 79), pupil(88, 90), pupil(75, 74)];
    expect(impact(level).judged).toEqual({ verdict: 'change', reasons: ['kept_pace'] });
  });

  it('reads a scale of difficulties the right way round', () => {
    const calmer = [pupil(22, 14), pupil(20, 12), pupil(25, 16), pupil(19, 13), pupil(24, 15)];
    const told = impact(calmer, difficulties);
    expect(told.change?.mean).toBeCloseTo(8, 9);
    expect(told.judged).toMatchObject({ verdict: 'keep', reasons: ['gained', 'no_norms'] });
  });

  it('sets ages against the months that passed', () => {
    const even = [88, 90, 92, 94, 96].map((age, at) => pupil(age, age + 3 + (at % 2)));
    const told = impact(even, ages);
    expect(told.ratio?.ratio).toBeCloseTo(3.4 / (90 / 30.4375), 4);
    expect(told.change).toBeNull();
    expect(told.effect).toBeNull();
    expect(told.judged.reasons).toContain('ages');
    const behind = [88, 90, 92, 94, 96].map((age, at) => pupil(age, age + (at % 2)));
    expect(impact(behind, ages).judged).toMatchObject({ verdict: 'stop', reasons: ['fell_behind', 'ages'] });
  });

  it('stands beside earlier runs of five pupils or more', () => {
    const before = five.map(({ entry, exit }) => pupil(entry?.score ?? 0, (exit?.score ?? 0) + 12));
    expect(impact(five, reading, before).apart?.difference).toBeCloseTo(-12, 9);
    expect(impact(five, reading, before).judged.reasons).toContain('less_than_before');
    expect(impact(five, reading, before.slice(1)).apart).toBeNull();
  });

  it('never says NaN, whatever the scores, and does not depend on the order of pupils', () => {
    const score = fc.option(fc.oneof(fc.integer({ min: -5, max: 200 }), fc.constantFrom(0, 1e9, -1e9)));
    const pupils = fc.array(
      fc.tuple(score, score, fc.uuid()).map(([entry, exit, id]) => pupil(entry, exit, id)),
      { maxLength: 12 },
    );
    const measures = fc.constantFrom(reading, ages, difficulties, {
      ...reading,
      kind: 'percentile' as const,
    });
    fc.assert(
      fc.property(pupils, measures, fc.nat(40), (all, measure, held) => {
        const of = (some: readonly Measured[]) =>
          impactOf({ measure, pupils: some, earlier: all, delivery: { planned: 20, held }, pence: 100 });
        const told = of(all);
        const numbers: number[] = [];
        JSON.stringify(told, (_, value: unknown) => {
          if (typeof value === 'number') numbers.push(value);
          return value;
        });
        expect(numbers.every(Number.isFinite)).toBe(true);
        expect(of(all.toReversed())).toEqual({ ...told, each: told.each.toReversed() });
        if (told.measured < 5) expect(told.judged.verdict).toBe('not_enough_data');
      }),
      { numRuns: 200 },
    );
  });
});
