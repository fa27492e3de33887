import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorOfMeasurement, reliableChange } from './reliable-change.ts';

const couples = { sem: null, sd: 7.5, reliability: 0.8, direction: 'high' as const };
const reading = { sem: 4.7, sd: 15, reliability: 0.9, direction: 'high' as const };
const difficulties = { sem: 2, sd: null, reliability: null, direction: 'low' as const };
const score = fc.integer({ min: 0, max: 150 });

// (rule impact-7)
describe('the standard error of measurement', () => {
  it.each([
    ['as published', reading, 4.7],
    ['of Jacobson and Truax’s example, 3.35', couples, 3.3541],
    ['of SD 15 and reliability 0.90, 4.74', { sem: null, sd: 15, reliability: 0.9 }, 4.7434],
  ])('is that %s', (_, measure, sem) => {
    expect(errorOfMeasurement(measure)).toBeCloseTo(sem, 4);
  });

  it.each([
    [{ sem: null, sd: null, reliability: 0.9 }],
    [{ sem: null, sd: 15, reliability: null }],
    [{ sem: null, sd: 15, reliability: 1 }],
    [{ sem: null, sd: 0, reliability: 0.9 }],
    [{ sem: 0, sd: null, reliability: null }],
  ])('is none for %j', (measure) => {
    expect(errorOfMeasurement(measure)).toBeNull();
  });
});

// (rule impact-8)
describe('the reliable change of a pupil', () => {
  // Wodrich, appendix E, table A.3.1: SEM 3.07 squared and doubled, root 4.34, × 1.96 = 8.51; from 24 to 35 is reliable.
  it('agrees with a printed example by the published error of a test, in every digit', () => {
    const selfConcept = { sem: 3.07, sd: null, reliability: null, direction: 'high' as const };
    const change = reliableChange({ entry: 24, exit: 35 }, selfConcept);
    expect(change?.needed.toFixed(2)).toBe('8.51');
    expect(((change?.needed ?? 0) / 1.96).toFixed(2)).toBe('4.34');
    expect(change?.change).toBe('improved');
    expect(reliableChange({ entry: 24, exit: 32 }, selfConcept)?.change).toBe('same');
  });

  it('agrees with the example of Jacobson and Truax (1991): RC = 3.16', () => {
    const change = reliableChange({ entry: 32.5, exit: 47.5 }, couples);
    expect(change?.index.toFixed(2)).toBe('3.16');
    expect(change?.change).toBe('improved');
    expect(((change?.needed ?? 0) / 1.96).toFixed(2)).toBe('4.74');
  });

  it.each([
    [reading, 80, 93, 'same'],
    [reading, 80, 94, 'improved'],
    [reading, 94, 80, 'declined'],
    [reading, 80, 80, 'same'],
    [difficulties, 20, 14, 'improved'],
    [difficulties, 14, 20, 'declined'],
  ] as const)('%j, from %i to %i: %s', (measure, entry, exit, change) => {
    expect(reliableChange({ entry, exit }, measure)?.change).toBe(change);
  });

  it('is not told where the measure tells no error', () => {
    expect(reliableChange({ entry: 1, exit: 9 }, { ...difficulties, sem: null })).toBeNull();
  });

  it('turns with the scale and with time', () => {
    fc.assert(
      fc.property(score, score, (entry, exit) => {
        const there = reliableChange({ entry, exit }, reading)?.index ?? Number.NaN;
        expect(reliableChange({ entry: exit, exit: entry }, reading)?.index).toBeCloseTo(-there, 9);
        expect(reliableChange({ entry, exit }, { ...reading, direction: 'low' })?.index).toBeCloseTo(
          -there,
          9,
        );
      }),
    );
  });
});
