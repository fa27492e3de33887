import { getConnInfo } from '@hono/node-server/conninfo';
import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';

type SignedInNow = {
  readonly ok: true;
  readonly personId: PersonId;
  readonly token: string;
  readonly cookies: readonly string[];
};
type NotSignedIn = {
  readonly ok: false;
  readonly errors: Record<string, string>;
  readonly status: 422 | 429;
};

const Answer = z.object({ token: z.string(), user: z.object({ id: PersonId }) });

/** The same sentence for a wrong password and an unknown address: neither is told apart. */
const wrong: NotSignedIn = {
  ok: false,
  errors: { form: 'The email address or the password is not right' },
  status: 422,
};
export const slowDown = (seconds: number): NotSignedIn => ({
  ok: false,
  errors: { form: `Too many tries. Wait ${Math.max(1, Math.ceil(seconds / 60))} minutes and try again` },
  status: 429,
});

/** Asks the sign-in library, behind a throttle for the address and for the place it comes from. */
export async function signInWithPassword(
  web: Web,
  program: Program,
  given: { email: string; password: string },
): Promise<SignedInNow | NotSignedIn> {
  const { signIn, address } = program.throttles;
  const wait = (await address.tries(placeOf(web))) ?? (await signIn.tries(given.email));
  if (wait !== null) return slowDown(wait);
  const answer = await program.auth.api.signInEmail({
    body: given,
    headers: web.req.raw.headers,
    asResponse: true,
  });
  if (!answer.ok) return wrong;
  const { token, user } = Answer.parse(await answer.json());
  await signIn.forget(given.email);
  return { ok: true, personId: user.id, token, cookies: answer.headers.getSetCookie() };
}

/** The other end of the connection; one name for all where there is no socket. */
export function placeOf(web: Web): string {
  try {
    return getConnInfo(web).remote.address ?? 'unknown';
  } catch {
    return 'no socket';
  }
}
