import { describe, expect, test } from 'vitest';
import { logAddress } from './log-contact.ts';

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
