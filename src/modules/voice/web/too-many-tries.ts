import type { Program } from '#src/platform/program.ts';

type Stopped = { readonly errors: Readonly<Record<string, string>>; readonly status: 429 };

/**
 * Slows guessing: eight tries of one link and thirty from one place in a quarter of an hour, whatever the link. Null when the
 * try may go on.
 */
export async function tooManyTries(
  { throttles }: Program,
  { place, token }: { readonly place: string; readonly token: string },
): Promise<Stopped | null> {
  const wait =
    (await throttles.wrongToken.tries(`voice ${place}`)) ?? (await throttles.signIn.tries(`voice ${token}`));
  if (wait === null) return null;
  const minutes = Math.max(1, Math.ceil(wait / 60));
  return {
    errors: {
      form: `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again`,
    },
    status: 429,
  };
}
