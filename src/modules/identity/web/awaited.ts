import { getSignedCookie } from 'hono/cookie';
import type { PersonId } from '#src/kernel/ids.ts';
import { cookieNameOf } from '#src/platform/auth/session.ts';
import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { findAwaited } from '../queries/find-second-step.ts';

/** The person who gave a password a moment ago and owes the second step: no session is open yet. */
export async function awaitedPerson(web: Web, program: Program): Promise<PersonId | null> {
  const name = cookieNameOf(program, 'sendero.two_factor');
  const challenge = await getSignedCookie(web, program.settings.secret, name);
  return typeof challenge === 'string' ? findAwaited(program.database.auth, challenge) : null;
}
