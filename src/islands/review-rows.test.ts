import { describe, expect, test } from 'vitest';
import { answerOf } from './review-rows.ts';

describe('a key in a row of targets', () => {
  test.each([
    ['1', ['rating', '1']],
    ['5', ['rating', '5']],
    ['c', ['decision', 'carry']],
    ['H', ['decision', 'change']],
    ['x', ['decision', 'close']],
    ['6', null],
    ['Tab', null],
    ['toString', null],
  ])('%s stands for %s', (key, meant) => {
    expect(answerOf(key)).toEqual(meant);
  });
});
