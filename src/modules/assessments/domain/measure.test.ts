import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureForm, measureProblems } from './assessments.form.ts';
import { ageWords, type Measure, readScore, scaleProblem, scoreWords, tellsError } from './measure.ts';
import { shippedMeasures } from './shipped-measures.ts';

const shipped = (key: string): Measure => {
  const found = shippedMeasures.find((measure) => measure.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const reading = shipped('ngrt-sas');
const age = shipped('ngrt-age');

// (rule measure-1)
describe('a score', () => {
  it.each([
    [reading, 85, null],
    [reading, 40, null],
    [reading, 160, null],
    [reading, 200, '200 is outside the scale of NGRT reading, standard age score, which goes from 40 to 160'],
    [reading, 39, '39 is outside the scale of NGRT reading, standard age score, which goes from 40 to 160'],
    [reading, 85.5, 'NGRT reading, standard age score is scored in whole numbers'],
    [reading, Number.NaN, 'The score must be a number from 40 to 160'],
    [age, 87.5, 'NGRT reading age is scored in whole months'],
    [{ ...reading, decimals: 1 }, 85.5, null],
    [{ ...reading, decimals: 1 }, 85.55, 'NGRT reading, standard age score has at most 1 decimal'],
  ] as const)('of %j: %d gives %s', (measure, score, problem) => {
    expect(scaleProblem(measure, score)).toBe(problem);
  });
});

// (rule measure-2)
describe('a score as it is written', () => {
  it.each([
    [reading, '85', 85],
    [reading, ' 85.5 ', 85.5],
    [reading, '85,5', 85.5],
    [reading, '−3', -3],
    [reading, 'eighty', null],
    [reading, '', null],
    [reading, '1e9', null],
    [age, '7:03', 87],
    [age, '7.03', 87],
    [age, '7.5', 89],
    [age, '7y 3m', 87],
    [age, '7 years 3 months', 87],
    [age, '7 years', 84],
    [age, '87', 87],
    [age, '87 months', 87],
    [age, '7', null],
    [age, '7.12', null],
    [age, 'seven', null],
  ])('of %j: %s is %s', (measure, text, score) => {
    expect(readScore(measure, text)).toBe(score);
  });

  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 240 }), (months) => {
        expect(readScore(age, ageWords(months))).toBe(months);
        expect(readScore(reading, scoreWords(reading, months))).toBe(months);
      }),
    );
  });
});

// (rule measure-3)
describe('the shipped measures', () => {
  it('have a key each, a scale in order and ages in order', () => {
    expect(shippedMeasures.length).toBeGreaterThan(50);
    expect(new Set(shippedMeasures.map(({ key }) => key)).size).toBe(shippedMeasures.length);
    for (const { key, lowest, highest, ageFrom, ageUntil, source, mean, sd } of shippedMeasures) {
      expect(key).toMatch(/^[a-z0-9-]{1,60}$/);
      expect(highest).toBeGreaterThan(lowest);
      expect(ageUntil).toBeGreaterThan(ageFrom ?? 99);
      expect(source).not.toBeNull();
      expect(mean === null).toBe(sd === null);
    }
  });

  it.each([
    ['sdq-total', 'low'],
    ['sdq-prosocial', 'high'],
    ['boxall-developmental', 'high'],
    ['boxall-diagnostic', 'low'],
    ['rcads', 'low'],
    ['incidents', 'low'],
    ['ngrt-sas', 'high'],
  ])('%s is better when %s', (key, direction) => {
    expect(shipped(key).direction).toBe(direction);
  });

  it('tell an error only where its figure was read', () => {
    expect(shippedMeasures.filter(tellsError).map(({ key }) => key)).toEqual(['ngrt-sas', 'wrat-reading']);
  });

  it('count no scaled score of key stage 2 among those with norms', () => {
    expect(shipped('ks2-reading')).toMatchObject({ kind: 'raw', sd: null });
  });
});

const typed = (of: Record<string, string> = {}) =>
  measureForm.schema.parse({
    name: 'Our spelling list',
    domain: 'spelling',
    kind: 'raw',
    lowest: '0',
    highest: '50',
    decimals: '0',
    direction: 'high',
    version: '0',
    ...of,
  });

// (rule measure-4)
describe('a measure of one’s own', () => {
  it.each([
    ['nothing', {}, []],
    ['a scale the wrong way round', { highest: '0' }, ['highest']],
    ['a percentile of 0', { kind: 'percentile', highest: '99' }, ['highest']],
    ['no spread', { sd: '0' }, ['sd']],
    ['an error below nought', { sem: '-1' }, ['sem']],
    ['a reliability of 1', { reliability: '1' }, ['reliability']],
  ])('is told of %s', (_, of, fields) => {
    expect(Object.keys(measureProblems(typed(of)))).toEqual(fields);
  });

  it('needs both ends of its scale, as numbers', () => {
    const read = measureForm.schema.safeParse({ ...typed(), lowest: '', highest: 'many', decimals: '0' });
    expect(read.error?.issues.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['Enter lowest score', 'Highest score must be a number, like 4.7']),
    );
  });
});
