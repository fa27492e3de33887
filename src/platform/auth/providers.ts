import type { GenericOAuthConfig } from 'better-auth/plugins/generic-oauth';
import { z } from 'zod';

export const ProviderId = z.enum(['microsoft', 'google', 'openid']);
export type ProviderId = z.output<typeof ProviderId>;

/** Who else may say who somebody is, by OpenID Connect. */
export type Provider = {
  readonly id: ProviderId;
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of Microsoft: the one tenant whose people are known. */
  readonly tenant?: string | undefined;
};

/** The address that a provider sends people back to; registered there. */
export const backAddress = (url: string, id: ProviderId): string => `${url}/sign-in/with/${id}/back`;

type Said = { readonly email: string; readonly emailVerified: boolean };
const Claims = z.looseObject({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  preferred_username: z.string().optional(),
  tid: z.string().optional(),
  xms_edov: z.union([z.boolean(), z.number(), z.string()]).optional(),
  hd: z.string().optional(),
});
const isYes = (claim: unknown): boolean => [true, 1, 'true', '1'].some((yes) => yes === claim);

/**
 * Which address a provider vouches for. Microsoft lets people write any address into `email`: it counts only with
 * `xms_edov`, else the sign-in name of our own tenant does, which only its administrator can give. Google vouches
 * for addresses of its own mail and of organisations that it hosts.
 */
export function addressFrom({ id, tenant }: Provider, given: Record<string, unknown>): Said {
  const claims = Claims.parse(given);
  const email = claims.email ?? '';
  const isVerified = isYes(claims.email_verified);
  if (id === 'google') {
    const isTheirs = claims.hd !== undefined || /@(gmail|googlemail)\.com$/i.test(email);
    return { email, emailVerified: isVerified && isTheirs };
  }
  if (id === 'openid') return { email, emailVerified: isVerified };
  const isOwn = tenant !== undefined && claims.tid === tenant;
  const vouched = isYes(claims.xms_edov) && email !== '' ? email : (claims.preferred_username ?? '');
  return { email: vouched, emailVerified: isOwn && vouched !== '' };
}

/** The claims of a token that the library has verified. */
const claimsOf = (idToken: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString());

/** A provider as the library wants it: PKCE, state, nonce and a verified token; nobody gets an account by it. */
export const configOf = (provider: Provider, url: string): GenericOAuthConfig => ({
  providerId: provider.id,
  name: provider.name,
  discoveryUrl: `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  redirectURI: backAddress(url, provider.id),
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  requireIdTokenVerification: true,
  disableSignUp: true,
  disableImplicitSignUp: true,
  // Asked each time, as the computer may be shared. Not every other provider knows the question.
  ...(provider.id === 'openid' ? {} : { prompt: 'select_account' as const }),
  ...(provider.id === 'microsoft'
    ? {
        getUserInfo: async ({ idToken }) => {
          const claims = claimsOf(idToken ?? '');
          return { ...claims, id: String(claims.sub), ...addressFrom(provider, claims) };
        },
      }
    : {}),
  mapProfileToUser: (profile) => addressFrom(provider, profile),
});
