import { describe, expect, it } from 'vitest';
import { inFours, keyOf, otpAddress } from './otp-address.ts';

describe('the key for an app', () => {
  // RFC 4648, section 10, without padding.
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('of %j is %j', (secret, key) => {
    expect(keyOf(secret)).toBe(key);
  });

  it('is typed in fours, and read from a picture', () => {
    expect(inFours('MZXW6YTBOI')).toBe('MZXW 6YTB OI');
    expect(otpAddress('MZXW6', 'a+b@school.example')).toBe(
      'otpauth://totp/Sendero:a%2Bb%40school.example?secret=MZXW6&issuer=Sendero',
    );
  });
});
