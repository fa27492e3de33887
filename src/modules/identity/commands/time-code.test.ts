import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTimeCode, timeCodeAt } from './time-code.ts';

const secret = '12345678901234567890';
const minute = 60_000;

describe('a code of time', () => {
  // RFC 6238, appendix B, the last six of its eight figures.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i seconds is %s', (seconds, code) => {
    expect(timeCodeAt(secret, seconds * 1000)).toBe(code);
    expect(readTimeCode(secret, code, seconds * 1000)).toEqual({ step: Math.floor(seconds / 30) });
  });

  const now = 1_795_000_000_000;

  it('may come from the step before and the step after', () => {
    const step = Math.floor(now / 30_000);
    for (const off of [-1, 0, 1])
      expect(readTimeCode(secret, timeCodeAt(secret, now + off * 30_000), now)).toEqual({ step: step + off });
  });

  it.each([
    [60, 60],
    [-60, -60],
    [5, 5],
    [-1, -1],
  ])('of a clock that is %i minutes wrong opens nothing and says so', (minutes, minutesOff) => {
    expect(readTimeCode(secret, timeCodeAt(secret, now + minutes * minute), now)).toEqual({ minutesOff });
  });

  it.each(['', '12345', '1234567', 'abcdef', '٣٣٣٣٣٣', '287082'])('is not %j', (typed) => {
    expect(readTimeCode(secret, typed, now)).toBe('wrong');
  });

  it('is read with the space that apps show in it', () => {
    const code = timeCodeAt(secret, now);
    expect(readTimeCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now)).toHaveProperty('step');
  });

  it('never opens from more than one step away', () => {
    fc.assert(
      fc.property(fc.integer({ min: -500, max: 500 }), (off) => {
        const read = readTimeCode(secret, timeCodeAt(secret, now + off * 30_000), now);
        const isOpen = read !== 'wrong' && 'step' in read;
        expect(isOpen).toBe(Math.abs(off) <= 1);
      }),
    );
  });
});
