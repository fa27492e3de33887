const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A secret as apps take it: base 32 (RFC 4648) of its characters, without padding. */
export function keyOf(secret: string): string {
  let bits = 0;
  let value = 0;
  let key = '';
  for (const byte of new TextEncoder().encode(secret)) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      key += letters[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? key + letters[(value << (5 - bits)) & 31] : key;
}

/** What the picture says to an app: the account's name and the key. */
export const otpAddress = (key: string, email: string): string =>
  `otpauth://totp/Sendero:${encodeURIComponent(email)}?secret=${key}&issuer=Sendero`;

/** In groups of four, for whoever types it. */
export const inFours = (key: string): string => key.replace(/(.{4})(?=.)/g, '$1 ');
