import { describe, expect, it } from 'vitest';
import { fieldLabel, valueWords } from './entry-words.ts';

const id = '0198c0de-0000-7000-8000-000000000001';
const names = new Map([[id, 'Mrs Lark']]);

describe('the words of an entry', () => {
  it.each([
    ['parents_told_on', 'Parents told on'],
    ['by_person_id', 'By person'],
    ['fromOn', 'From on'],
  ])('call %s %s', (field, label) => {
    expect(fieldLabel(field)).toBe(label);
  });

  it.each([
    [null, ''],
    [true, 'Yes'],
    [3, '3'],
    ['plain words', 'plain words'],
    ['2026-11-02', '2 November 2026'],
    ['2026-11-02T09:30:00+00:00', '2 November 2026 at 09:30'],
    [id, 'Mrs Lark'],
    ['0198c0de-0000-7000-8000-000000000002', ''],
    [['HI', 'VI'], 'HI, VI'],
    [[], ''],
    [
      { rank: { before: 1, after: 2 }, told: { before: null, after: 'Mother' } },
      'Rank: 2, before 1; Told: Mother, before nothing',
    ],
  ])('read %j as %s', (value, words) => {
    expect(valueWords(value, names)).toBe(words);
  });
});
