import { describe, expect, it } from 'vitest';
import { catalogueOf, doseInWords, type Entry, isFound, keyOf, shippedEntries } from './catalogue.ts';

const neli = shippedEntries.find((entry) => entry.seedKey === 'neli');
if (neli === undefined) throw new Error('NELI is shipped');
const everything = { q: '', area: null, tier: null, age: null, withdrawn: false };

describe('the shipped catalogue (rule prov-1)', () => {
  it('holds every line of the published list, each once, with area, dose, measure, evidence and source', () => {
    const lines = new Set(
      shippedEntries.flatMap(({ source }) => /line (\d+)/.exec(source ?? '')?.[1] ?? []).map(Number),
    );
    expect([...lines].toSorted((one, other) => one - other)).toEqual(
      [...Array(58).keys()].map((at) => at + 1),
    );
    expect(new Set(shippedEntries.map(keyOf)).size).toBe(shippedEntries.length);
    const bare = shippedEntries.filter(({ dose, measure, evidence, source }) =>
      [dose, measure, evidence, source].some((words) => words === null || words === ''),
    );
    expect(bare).toEqual([]);
  });

  it('has something universal, targeted and specialist in every broad area of need', () => {
    for (const area of ['communication', 'cognition', 'semh', 'sensory_physical'] as const)
      for (const tier of ['universal', 'targeted', 'specialist'] as const)
        expect(shippedEntries.some((entry) => isFound(entry, { ...everything, area, tier }))).toBe(true);
  });

  it('gives way to the school’s own words, and keeps a place for own entries', () => {
    const changed: Entry = { ...neli, entryId: 'a', name: 'NELI at our school', version: 1 };
    const own: Entry = { ...neli, seedKey: null, entryId: 'b', name: 'Reading café', version: 1 };
    const all = catalogueOf([changed, own]);
    expect(all).toHaveLength(shippedEntries.length + 1);
    expect(all.filter((entry) => entry.seedKey === 'neli').map(({ name }) => name)).toEqual([
      'NELI at our school',
    ]);
  });
});

describe('finding in the catalogue', () => {
  it.each([
    ['by words', { q: 'languagescreen' }, true],
    ['by words that are not there', { q: 'maths' }, false],
    ['by area', { area: 'communication' as const }, true],
    ['by another area', { area: 'semh' as const }, false],
    ['by an age within', { age: 5 }, true],
    ['by an age beyond', { age: 11 }, false],
    ['among the withdrawn', { withdrawn: true }, false],
  ])('%s', (_, given, found) => {
    expect(isFound(neli, { ...everything, ...given })).toBe(found);
  });

  it('says the dose in words', () => {
    expect(doseInWords(neli)).toBe('5 times a week, 15 to 30 minutes, 20 weeks, 1 to 6 pupils');
  });
});
