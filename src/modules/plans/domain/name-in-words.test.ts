import { describe, expect, it } from 'vitest';
import { holdsName, withoutName } from './name-in-words.ts';

describe('the name of a pupil in words', () => {
  it.each([
    [['Amara reads'], 'Amara', true],
    [['So does AMARA’s friend'], 'Amara', true],
    [[null, 'Also reads'], 'Al', false],
    [['Reads (A.J.) twice'], 'A.J.', true],
    [['Reads'], '', false],
  ])('in %j the name %s: %s', (texts, name, isThere) => {
    expect(holdsName(texts, name)).toBe(isThere);
  });

  it.each([
    ['Amara’s book. amara reads to Amara.', null, 'Their book. They reads to they.'],
    ['Amara reads Amara’s book', 'Bo', 'Bo reads Bo’s book'],
    ['Reads a camara', null, 'Reads a camara'],
  ])('is taken out of “%s”', (text, by, words) => {
    expect(withoutName(text, 'Amara', by)).toBe(words);
  });
});
