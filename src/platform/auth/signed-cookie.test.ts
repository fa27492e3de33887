import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readSigned } from './signed-cookie.ts';

const secret = 'a secret for tests only';
const sign = (value: string, by = secret) =>
  `${value}.${createHmac('sha256', by).update(value).digest('base64')}`;

describe('a signed cookie', () => {
  it.each(['token', 'to.ken', 'ключ'])('%s is read when the signature is right', (value) => {
    expect(readSigned(sign(value), secret)).toBe(value);
  });

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['not signed', 'token'],
    ['signed by nobody', 'token.'],
    ['without a value', sign('')],
    ['signed by another secret', sign('token', 'another')],
    ['changed after it was signed', sign('token').replace('token', 'tokem')],
    ['cut short', sign('token').slice(0, -8)],
    ['made longer', `${sign('token')}AAAA`],
  ])('%s is nobody’s', (_, cookie) => {
    expect(readSigned(cookie, secret)).toBeNull();
  });
});
