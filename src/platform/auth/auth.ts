import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type pg from 'pg';
import { log } from '../log/log.ts';
import { configOf, type Provider } from './providers.ts';

export type AuthMail = { readonly to: string; readonly subject: string; readonly text: string };

type Given = {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly url: string;
  readonly send: (mail: AuthMail) => Promise<void>;
  readonly providers?: readonly Provider[] | undefined;
};

export const sessionSeconds = 12 * 60 * 60;

/** A key that only says "somebody touched me" is one factor: it must know its person, by a PIN, finger or face. */
const mustKnowItsPerson = (isUserVerified: boolean): void => {
  if (!isUserVerified) throw new APIError('UNAUTHORIZED', { message: 'user not verified' });
};

/**
 * The sign-in library, set up once. Its own router is never mounted: our pages call it, behind our own
 * check of the Origin and our own throttle.
 */
export const makeAuth = ({ pool, secret, url, send, providers = [] }: Given) =>
  betterAuth({
    database: pool,
    secret,
    baseURL: url,
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'sendero',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: url.startsWith('https:') },
      disableOriginCheck: true,
    },
    telemetry: { enabled: false },
    // Failures are told by what it returns; its own lines may hold an address.
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: false,
      autoSignIn: false,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      resetPasswordTokenExpiresIn: 7 * 24 * 60 * 60,
      revokeSessionsOnPasswordReset: true,
      // The library forgets a failure of this; whoever runs Sendero must not.
      sendResetPassword: async ({ user, token }) => {
        await send({
          to: user.email,
          subject: 'Choose your password for Sendero',
          text: `Open this link to choose your password. It works once, for seven days.\n\n${url}/choose-password/${token}\n`,
        }).catch((error) => log.error({ code: Reflect.get(Object(error), 'code') }, 'mail was not sent'));
      },
    },
    user: { additionalFields: { reading: { type: 'string', required: false, input: false } } },
    session: {
      expiresIn: sessionSeconds,
      updateAge: 60 * 60,
      additionalFields: { schoolId: { type: 'string', required: false, input: false } },
    },
    account: {
      updateAccountOnSignIn: false,
      // Accounts are made by whoever invites, so an address here is known before it is proved.
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    databaseHooks: {
      // Who somebody is, and nothing that opens anything at the provider.
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    plugins: [
      twoFactor({ issuer: 'Sendero', backupCodeOptions: { amount: 10 } }),
      passkey({
        rpName: 'Sendero',
        rpID: new URL(url).hostname,
        origin: new URL(url).origin,
        authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
        registration: {
          afterVerification: ({ verification }) =>
            mustKnowItsPerson(verification.registrationInfo?.userVerified === true),
        },
        authentication: {
          afterVerification: ({ verification }) =>
            mustKnowItsPerson(verification.authenticationInfo.userVerified),
        },
      }),
      genericOAuth({ config: providers.map((provider) => configOf(provider, url)) }),
    ],
  });

export type Auth = ReturnType<typeof makeAuth>;
