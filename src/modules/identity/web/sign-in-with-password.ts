import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';
import { placeOf } from '../commands/place-of.ts';

type SignedInNow = {
  readonly ok: true;
  readonly awaitsCode: false;
  readonly personId: PersonId;
  readonly token: string;
  readonly cookies: readonly string[];
};
/** The password was right; the second step is still owed, and the cookie says by whom. */
type CodeAwaited = { readonly ok: true; readonly awaitsCode: true; readonly cookies: readonly string[] };
type NotSignedIn = {
  readonly ok: false;
  readonly errors: Record<string, string>;
  readonly status: 422 | 429;
};

const Answer = z.union([
  z.object({ token: z.string(), user: z.object({ id: PersonId }) }),
  z.object({ twoFactorRedirect: z.literal(true) }),
]);

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
): Promise<SignedInNow | CodeAwaited | NotSignedIn> {
  const { signIn, address } = program.throttles;
  const place = placeOf(web);
  const wait = (await address.tries(place)) ?? (await signIn.tries(given.email));
  if (wait !== null) return slowDown(wait);
  const answer = await program.auth.api.signInEmail({
    body: given,
    headers: web.req.raw.headers,
    asResponse: true,
  });
  if (!answer.ok) return wrong;
  const said = Answer.parse(await answer.json());
  await signIn.forget(given.email);
  // A whole school may share one address: only failures count against it.
  await address.giveBack(place);
  const cookies = answer.headers.getSetCookie();
  if ('twoFactorRedirect' in said) return { ok: true, awaitsCode: true, cookies };
  return { ok: true, awaitsCode: false, personId: said.user.id, token: said.token, cookies };
}

/** Asks again for the password of somebody who is signed in. Null when it is right. */
export async function passwordWrong(
  web: Web,
  program: Program,
  { email, password }: { email: string; password: string },
): Promise<{ errors: Record<string, string>; status?: 422 | 429 } | null> {
  const { signIn } = program.throttles;
  const wait = await signIn.tries(email);
  if (wait !== null) return slowDown(wait);
  const { headers } = web.req.raw;
  const answer = await program.auth.api.verifyPassword({ body: { password }, headers, asResponse: true });
  if (!answer.ok) return { errors: { password: 'The password is not right' } };
  await signIn.forget(email);
  return null;
}
