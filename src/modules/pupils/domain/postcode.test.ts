import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPostcode } from './postcode.ts';

describe('readPostcode', () => {
  it.each([
    ['SE1 1AA', 'SE1 1AA'],
    ['se11aa', 'SE1 1AA'],
    [' Ec1a  1bb ', 'EC1A 1BB'],
    ['W1A0AX', 'W1A 0AX'],
    ['M11AE', 'M1 1AE'],
    ['B338TH', 'B33 8TH'],
    ['CR26XH', 'CR2 6XH'],
    ['DN551PT', 'DN55 1PT'],
    ['gir0aa', 'GIR 0AA'],
    ['JE2 3AB', 'JE2 3AB'],
    ['im1 1ae', 'IM1 1AE'],
    ['BF1 2AX', 'BF1 2AX'],
    ['bfpo57', 'BFPO 57'],
  ])('reads %s as %s', (text, postcode) => {
    expect(readPostcode(text)).toEqual({ ok: true, value: postcode });
  });

  it.each(['', 'SE1', '1AA', 'QE1 1AA', 'SE1 1AI', 'SE1 AAA', 'N/A', 'SE1 1AA, London'])(
    'refuses "%s"',
    (text) => {
      expect(readPostcode(text)).toEqual({ ok: false, refusal: 'wrong_shape' });
    },
  );

  it('reads its own answer as the same, however it is spaced or cased', () => {
    const part = fc.constantFrom('SE1 1AA', 'EC1A 1BB', 'W1A 0AX', 'M1 1AE', 'B33 8TH', 'DN55 1PT');
    fc.assert(
      fc.property(part, fc.nat(7), fc.boolean(), (postcode, at, isLower) => {
        const spaced = `${postcode.slice(0, at)} ${postcode.slice(at)}`;
        expect(readPostcode(isLower ? spaced.toLowerCase() : spaced)).toEqual({ ok: true, value: postcode });
      }),
    );
  });
});
