import { getCookie, setCookie } from 'hono/cookie';
import { PersonId, SchoolId } from '#src/kernel/ids.ts';
import type { Web } from '../http/route.ts';
import type { Program } from '../program.ts';

/** Somebody who signed in, and the school they are in now. */
export type SignedIn = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly reading: string | null;
  readonly schoolId: SchoolId | null;
  readonly sessionId: string;
};

export async function findSignedIn(program: Program, headers: Headers): Promise<SignedIn | null> {
  if (!headers.get('cookie')?.includes('session_token')) return null;
  const found = await program.auth.api.getSession({ headers });
  if (found === null) return null;
  const school = SchoolId.safeParse(found.session.schoolId);
  return {
    personId: PersonId.parse(found.user.id),
    name: found.user.name,
    email: found.user.email,
    reading: found.user.reading ?? null,
    schoolId: school.success ? school.data : null,
    sessionId: found.session.id,
  };
}

/** The place to come back to after signing in: an address of our own and nothing else. */
export const ownAddress = (given: string | undefined): string =>
  given !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(given) ? given : '/';

export function toSignIn(web: Web): Response {
  const asked = new URL(web.req.url);
  const back = web.req.method === 'GET' ? asked.pathname + asked.search : '/';
  return web.redirect(back === '/' ? '/sign-in' : `/sign-in?then=${encodeURIComponent(back)}`, 303);
}

const flashName = 'sendero_flash';

/** Says once, on the next page, what was done. Never a pupil's name: it travels in a cookie. */
export function setFlash(web: Web, words: string): void {
  setCookie(web, flashName, encodeURIComponent(words), {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 60,
  });
}

export function takeFlash(web: Web): string | undefined {
  const words = getCookie(web, flashName);
  if (words === undefined) return undefined;
  setCookie(web, flashName, '', { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 0 });
  return decodeURIComponent(words).slice(0, 300);
}
