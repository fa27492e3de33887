import { randomBytes } from 'node:crypto';
import { setSignedCookie } from 'hono/cookie';
import { sessionSeconds } from '#src/platform/auth/auth.ts';
import { cookieNameOf, type SignedIn } from '#src/platform/auth/session.ts';
import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import type { StrongBy } from '../commands/own-sessions.ts';

/**
 * Gives a session a new token and cookie, so that a copy of the old one opens nothing: done when it is unlocked and
 * when it is raised. It goes on in its school.
 */
export async function renewSession(
  web: Web,
  program: Program,
  { sessionId }: SignedIn,
  strongBy: StrongBy | null = null,
): Promise<void> {
  const token = randomBytes(24).toString('base64url');
  await program.database.auth.query(
    `update session set token = $2, "lastSeenAt" = now(), "strongBy" = coalesce($3, "strongBy") where id = $1`,
    [sessionId, token, strongBy],
  );
  const { secret, url } = program.settings;
  await setSignedCookie(web, cookieNameOf(program), token, secret, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure: url.startsWith('https:'),
    maxAge: sessionSeconds,
  });
}
