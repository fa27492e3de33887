import { getCookie, setCookie } from 'hono/cookie';
import { PersonId, SchoolId } from '#src/kernel/ids.ts';
import type { Web } from '../http/route.ts';
import type { Program } from '../program.ts';
import { readSigned } from './signed-cookie.ts';

/** Somebody who signed in, and the school they are in now. */
export type SignedIn = {
  readonly personId: PersonId;
  readonly name: string;
  readonly email: string;
  readonly reading: string | null;
  readonly schoolId: SchoolId | null;
  readonly sessionId: string;
  /** What raised the session: a second step, or a passkey. Null: a password or a provider alone. */
  readonly strongBy: string | null;
  /** They have a second step and have not taken it in this session: nothing opens until they have. */
  readonly awaitsCode: boolean;
  readonly idleSeconds: number;
};

const cookieName = 'sendero.session_token';
/** How old a session may be before the library is asked to prolong it. */
const prolongAfterMinutes = 60;

type SessionRow = {
  readonly id: string;
  readonly userId: string;
  readonly schoolId: string | null;
  readonly name: string;
  readonly email: string;
  readonly reading: string | null;
  readonly isAged: boolean;
  readonly strongBy: string | null;
  readonly hasCode: boolean | null;
  readonly idleSeconds: number;
};

const sessionQuery = {
  name: 'session',
  text: `select s.id, s."userId", s."schoolId", u.name, u.email, u.reading,
      s."updatedAt" < now() - interval '${prolongAfterMinutes} minutes' as "isAged",
      s."strongBy", u."twoFactorEnabled" as "hasCode", extract(epoch from now() - s."lastSeenAt")::int as "idleSeconds"
    from session s join "user" u on u.id = s."userId" where s.token = $1 and s."expiresAt" > now()`,
};

/** As the library names it and marks it. */
export const cookieNameOf = ({ settings }: Program, name: string = cookieName): string =>
  settings.url.startsWith('https:') ? `__Secure-${name}` : name;

/**
 * Who asks, from the signed cookie and the row that the sign-in library keeps: one prepared statement, as this is done
 * for every page. The library itself is asked when a session is an hour old, to prolong it.
 */
export async function findSignedIn(program: Program, web: Web): Promise<SignedIn | null> {
  const token = readSigned(getCookie(web, cookieNameOf(program)), program.settings.secret);
  if (token === null) return null;
  const { rows } = await program.database.auth.query<SessionRow>({ ...sessionQuery, values: [token] });
  const [row] = rows;
  if (row === undefined) return null;
  if (row.isAged) await program.auth.api.getSession({ headers: web.req.raw.headers });
  const school = SchoolId.safeParse(row.schoolId);
  return {
    personId: PersonId.parse(row.userId),
    name: row.name,
    email: row.email,
    reading: row.reading,
    schoolId: school.success ? school.data : null,
    sessionId: row.id,
    strongBy: row.strongBy,
    awaitsCode: row.hasCode === true && row.strongBy === null,
    idleSeconds: row.idleSeconds,
  };
}

/** The place to come back to after signing in: an address of our own and nothing else. */
export const ownAddress = (given: string | undefined): string =>
  given !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(given) ? given : '/';

/** A page of ours that returns to another when it is done. */
export const withBack = (page: string, back: string): string =>
  back === '/' ? page : `${page}?then=${encodeURIComponent(back)}`;

export function toSignIn(web: Web): Response {
  const asked = new URL(web.req.url);
  const back = web.req.method === 'GET' ? asked.pathname + asked.search : '/';
  return web.redirect(withBack('/sign-in', back), 303);
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

/** Keeps that somebody was here: written once a minute at most. */
export async function keepSeen(program: Program, { sessionId, idleSeconds }: SignedIn): Promise<void> {
  if (idleSeconds < 60) return;
  await program.database.auth.query('update session set "lastSeenAt" = now() where id = $1', [sessionId]);
}
