import type { PersonId } from '#src/kernel/ids.ts';
import { chooseSchool } from '#src/platform/auth/accounts.ts';
import type { OpenOutcome } from '#src/platform/http/open-page.tsx';
import type { Program } from '#src/platform/program.ts';
import { dropSession, raiseSession, type StrongBy } from '../commands/own-sessions.ts';
import { listPlaces } from '../queries/list-places.ts';

type Begun = {
  readonly personId: PersonId;
  readonly token: string;
  readonly cookies: readonly string[];
  readonly strongBy: StrongBy | null;
  readonly back: string;
};

/**
 * The end of every way in. Somebody with no role today gets no session; the only school of a person opens at once;
 * else they choose.
 */
export async function finishSignIn(program: Program, begun: Begun): Promise<OpenOutcome> {
  const { personId, token, cookies, strongBy, back } = begun;
  const pool = program.database.auth;
  const places = await listPlaces(program, personId, program.clock.today());
  const [first] = places;
  if (first === undefined) {
    await dropSession(pool, token);
    return {
      errors: {
        form: 'You have no role in a school today, so there is nothing to open. The SENCO of your school can give you one',
      },
    };
  }
  if (strongBy !== null) await raiseSession(pool, token, strongBy);
  if (places.length > 1) return { goTo: '/schools', cookies };
  await chooseSchool(pool, { token }, first.schoolId);
  return { goTo: back, cookies };
}

/** The token that a cookie of the library holds: the session that it has just begun. */
export function tokenIn(cookies: readonly string[]): string {
  for (const cookie of cookies) {
    const [, value] = /session_token=([^;]+)/.exec(cookie) ?? [];
    const token = decodeURIComponent(value ?? '').split('.')[0];
    if (token) return token;
  }
  throw new Error('The library began no session');
}
