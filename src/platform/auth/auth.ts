import { betterAuth } from 'better-auth';
import type pg from 'pg';
import { log } from '../log/log.ts';

export type AuthMail = { readonly to: string; readonly subject: string; readonly text: string };

type Given = {
  readonly pool: pg.Pool;
  readonly secret: string;
  readonly url: string;
  readonly send: (mail: AuthMail) => Promise<void>;
};

/**
 * The sign-in library, set up once. Its own router is never mounted: our pages call it, behind our own
 * check of the Origin and our own throttle.
 */
export const makeAuth = ({ pool, secret, url, send }: Given) =>
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
      expiresIn: 12 * 60 * 60,
      updateAge: 60 * 60,
      additionalFields: { schoolId: { type: 'string', required: false, input: false } },
    },
  });

export type Auth = ReturnType<typeof makeAuth>;
