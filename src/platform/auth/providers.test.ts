import { describe, expect, it } from 'vitest';
import { addressFrom, configOf, type Provider } from './providers.ts';

const tenant = '8f6a1c1e-5f6a-4d0e-9f52-0a1b2c3d4e5f';
const provider = (id: Provider['id']): Provider => ({
  id,
  name: id,
  issuer: 'https://login.example/v2.0',
  clientId: 'us',
  clientSecret: 'secret',
  ...(id === 'microsoft' ? { tenant } : {}),
});
const email = 'head@larkfield.example';

describe('the address that a provider vouches for', () => {
  it.each([
    ['its own mail', { email: 'a@gmail.com', email_verified: true }, true],
    ['an organisation it hosts', { email, email_verified: true, hd: 'larkfield.example' }, true],
    ['an address elsewhere', { email, email_verified: true }, false],
    ['one that is not verified', { email: 'a@gmail.com', email_verified: false }, false],
  ])('of Google: %s', (_, claims, emailVerified) => {
    expect(addressFrom(provider('google'), { sub: 'x', ...claims })).toEqual({
      email: claims.email,
      emailVerified,
    });
  });

  it.each([
    ['the sign-in name of our tenant', { tid: tenant, preferred_username: email }, email, true],
    [
      'the sign-in name and never an address that people typed themselves',
      { tid: tenant, preferred_username: 'x@larkfield.example', email },
      'x@larkfield.example',
      true,
    ],
    [
      'an address whose domain Microsoft has checked',
      { tid: tenant, preferred_username: 'x', email, xms_edov: true },
      email,
      true,
    ],
    ['nobody of another tenant', { tid: 'other', preferred_username: email }, email, false],
    ['nobody without a tenant', { preferred_username: email }, email, false],
    ['nobody without a name', { tid: tenant }, '', false],
  ])('of Microsoft: %s', (_, claims, address, emailVerified) => {
    expect(addressFrom(provider('microsoft'), { sub: 'x', ...claims })).toEqual({
      email: address,
      emailVerified,
    });
  });

  it.each([
    [true, true],
    ['true', true],
    [false, false],
    [undefined, false],
    ['yes', false],
  ])('of another: only a verified one (%s)', (email_verified, emailVerified) => {
    expect(addressFrom(provider('openid'), { sub: 'x', email, email_verified }).emailVerified).toBe(
      emailVerified,
    );
  });
});

describe('a provider as the library wants it', () => {
  it('makes no account, and wants PKCE and a verified token', () => {
    expect(configOf(provider('openid'), 'https://sendero.example')).toMatchObject({
      pkce: true,
      requireIdTokenVerification: true,
      disableSignUp: true,
      disableImplicitSignUp: true,
      redirectURI: 'https://sendero.example/sign-in/with/openid/back',
      discoveryUrl: 'https://login.example/v2.0/.well-known/openid-configuration',
    });
  });
});
