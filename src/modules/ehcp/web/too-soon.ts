import type { Program } from '#src/platform/program.ts';

/** Slows guessing, whatever the link. Null when the try may go on. */
export async function tooSoon({ throttles }: Program, place: string, token: string): Promise<string | null> {
  const wait =
    (await throttles.wrongToken.tries(`answer ${place}`)) ??
    (await throttles.signIn.tries(`answer ${token}`));
  return wait === null
    ? null
    : `Too many tries. Wait ${Math.max(1, Math.ceil(wait / 60))} minutes and try again`;
}
