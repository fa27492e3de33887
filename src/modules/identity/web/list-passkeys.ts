import type { Web } from '#src/platform/http/route.ts';
import type { Program } from '#src/platform/program.ts';

export type OwnPasskey = { readonly id: string; readonly name: string; readonly createdAt: Date | null };

/** The passkeys of whoever asks, the oldest first. */
export async function listPasskeys(web: Web, program: Program): Promise<readonly OwnPasskey[]> {
  const listed = await program.auth.api.listPasskeys({ headers: web.req.raw.headers });
  return listed
    .map(({ id, name, createdAt }) => ({ id, name: name ?? 'Passkey', createdAt: createdAt ?? null }))
    .toSorted((one, other) => Number(one.createdAt) - Number(other.createdAt));
}
