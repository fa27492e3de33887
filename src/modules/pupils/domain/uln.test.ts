import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUln } from './uln.ts';

describe('readUln', () => {
  it.each(['9276308686', ' 9276308686 ', '927 630 8686'])('reads %s', (text) => {
    expect(readUln(text)).toEqual({ ok: true, value: '9276308686' });
  });

  it.each([
    ['9276308687', 'wrong_check_digit'],
    ['0276308686', 'wrong_shape'],
    ['927630868', 'wrong_shape'],
    ['92763086861', 'wrong_shape'],
    ['9.27631E+09', 'wrong_shape'],
    ['', 'wrong_shape'],
  ])('refuses %s: %s', (text, refusal) => {
    expect(readUln(text)).toEqual({ ok: false, refusal });
  });

  it('takes at most one last digit for any first nine (rule id-3)', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9][0-9]{8}$/), (first) => {
        const taken = [...'0123456789'].filter((last) => readUln(first + last).ok);
        expect(taken.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('notices two neighbouring digits that changed places', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]{9}$/), fc.nat(7), (first, place) => {
        const right = [...'0123456789'].map((last) => first + last).find((uln) => readUln(uln).ok);
        fc.pre(right !== undefined && right[place] !== right[place + 1]);
        const swapped = `${right?.slice(0, place)}${right?.[place + 1]}${right?.[place]}${right?.slice(place + 2)}`;
        expect(readUln(swapped).ok).toBe(false);
      }),
    );
  });
});
