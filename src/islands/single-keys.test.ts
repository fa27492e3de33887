import { describe, expect, test } from 'vitest';
import { answerOf, logAddress } from './single-keys.ts';

const pupil = '/pupils/0190a0b0-0000-7000-8000-000000000001';

describe('the page that N opens', () => {
  test.each([
    [pupil, '/log?pupil=0190a0b0-0000-7000-8000-000000000001'],
    [`${pupil}/timeline`, '/log?pupil=0190a0b0-0000-7000-8000-000000000001'],
    ['/pupils', '/log'],
    ['/pupils/new', '/log'],
    ['/today', '/log'],
  ])('from %s is %s', (path, address) => {
    expect(logAddress('/log', path)).toBe(address);
  });
});

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
