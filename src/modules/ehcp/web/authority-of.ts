import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Authority } from '../domain/authority.ts';
import { listAuthorities } from '../queries/list-authorities.ts';

export const OfAuthority = z.object({ authorityId: z.uuid() });
export const authoritiesHref = '/school/authorities';

export const refusalWords = {
  stale:
    'Somebody changed this authority while you had it open. Nothing was overwritten: look at it as it stands now, and save again if yours is right',
  taken: 'An authority with this name or number is kept already',
  has_cases: 'A case with this authority is open. It can be taken out when the case has ended',
  has_plans:
    'This authority maintains the plan of a pupil here. It can be taken out when that plan has ended',
} as const;

/** An authority that is not withdrawn; null where there is none. */
export async function loadAuthority(
  tx: Tx,
  { authorityId }: z.output<typeof OfAuthority>,
): Promise<Authority | null> {
  const all = await listAuthorities(tx);
  return all.find((each) => each.authorityId === authorityId) ?? null;
}
