import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, wordDiff } from './word-diff.ts';

const told = (pieces: readonly Piece[], kind: 'out' | 'in'): string =>
  pieces.map((piece) => (piece.kind === 'same' || piece.kind === kind ? piece.words : '')).join('');
const marks = (before: string, after: string) =>
  wordDiff(before, after).map(({ kind, words }) => `${kind}:${words.trim()}`);

describe('the words that differ', () => {
  it('marks a changed figure and leaves the rest', () => {
    expect(marks('Reads 40 words a minute', 'Reads 60 words a minute')).toEqual([
      'same:Reads',
      'out:40',
      'in:60',
      'same:words a minute',
    ]);
  });

  it.each([
    ['', 'New words', ['in:New words']],
    ['Old words', '', ['out:Old words']],
    ['The same', 'The same', ['same:The same']],
    ['', '', []],
    ['One line\nTwo', 'One line\nThree', ['same:One line', 'out:Two', 'in:Three']],
  ])('of %j and %j', (before, after, expected) => {
    expect(marks(before, after)).toEqual(expected);
  });

  it('loses no letter of either text, and finds nothing where they are equal', () => {
    const text = fc
      .array(fc.constantFrom('a', 'bb', ' ', '\n', 'ccc', '  ', 'é'), { maxLength: 40 })
      .map((one) => one.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = wordDiff(before, after);
        expect(told(pieces, 'out')).toBe(before);
        expect(told(pieces, 'in')).toBe(after);
        if (before === after) expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([]);
      }),
    );
  });

  it('tells texts of many thousand words apart as wholes', () => {
    const [before, after] = ['alpha '.repeat(3000), 'beta '.repeat(3000)];
    expect(wordDiff(before, after).map(({ kind }) => kind)).toEqual(['out', 'in']);
  });
});
