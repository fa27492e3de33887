import { describe, expect, it } from 'vitest';
import { cellWords, hoursInWords, wholePounds } from './map-words.ts';

const minutes = { planned: 0, held: 0, extra: 0, notLogged: 0, toCome: 0 };

describe('a cell of the map (rule prov-22)', () => {
  it.each([
    [{}, '', 'none'],
    [{ planned: 60, toCome: 60 }, '– / 60', 'watch'],
    [{ planned: 60, notLogged: 60 }, '? / 60', 'watch'],
    [{ planned: 60, notLogged: 30, toCome: 30 }, '? / 60', 'watch'],
    [{ planned: 60, held: 60 }, '60 / 60', 'good'],
    [{ planned: 100, held: 90 }, '90 / 100', 'good'],
    [{ planned: 120, held: 90 }, '90 / 120', 'warn'],
    [{ planned: 60, held: 30 }, '30 / 60', 'late'],
    [{ planned: 60 }, '0 / 60', 'late'],
    [{ planned: 60, held: 30, notLogged: 30 }, '30 ? / 60', 'good'],
    [{ planned: 60, held: 60, extra: 15 }, '60 + 15 / 60', 'good'],
    [{ extra: 20 }, '0 + 20 / 0', 'good'],
    [{ planned: 60, extra: 20, toCome: 60 }, '0 + 20 / 60', 'good'],
  ] as const)('%j reads %s, %s', (given, words, tone) => {
    expect(cellWords({ ...minutes, ...given })).toEqual({ words, tone });
  });
});

it.each([
  [0, '£0'],
  [49, 'under £1'],
  [50, '£1'],
  [120_449, '£1,204'],
])('%i pence are %s', (pence, words) => {
  expect(wholePounds(pence)).toBe(words);
});

it.each([
  [0, '0 h'],
  [90, '1 h 30 min'],
  [120, '2 h'],
  [20_790, '347 h'],
])('%i minutes are %s', (given, words) => {
  expect(hoursInWords(given)).toBe(words);
});
