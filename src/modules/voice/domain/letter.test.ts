import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bracesIn, filled, lettersOf, placeNames, unknownIn } from './letter.ts';

describe('a letter', () => {
  it('names only places that can be filled in', () => {
    for (const { words } of lettersOf([])) expect(unknownIn(words)).toEqual([]);
    expect(unknownIn('Dear {parent}, {pupils name} and {}')).toEqual(['pupils name', '']);
  });

  it('is filled in place by place, and shows what is not known', () => {
    const words = 'Dear {parent}, we meet on {review day}.';
    expect(filled(words, { parent: 'Mrs Okafor' })).toBe('Dear Mrs Okafor, we meet on {review day}.');
  });

  it('takes what a name holds as words, never as a place', () => {
    fc.assert(
      fc.property(fc.string(), (parent) => {
        expect(filled('{parent}', { parent, school: 'x' })).toBe(parent);
      }),
    );
  });

  it('is in the school’s own words where it has them, and its own letters come last', () => {
    const own = [
      { letterKind: 'trip', title: 'A trip', words: 'Dear {parent}', version: 1 },
      { letterKind: 'meeting_notes', title: 'What we agreed', words: 'Dear {parent}', version: 2 },
    ];
    const letters = lettersOf(own);
    expect(letters.map(({ title }) => title)).toEqual([
      'A plan to read and sign',
      'Come and talk about the plan',
      'Extra help at school begins',
      'What we agreed',
      'A trip',
    ]);
    expect(letters.map(({ isShipped }) => isShipped)).toEqual([true, true, true, true, false]);
    expect(bracesIn('{today} {today}')).toEqual(['today']);
    expect(placeNames.length).toBe(9);
  });
});
