import type { Tx } from '#src/platform/db/scope.ts';
import { type ImpactSharing, noSharing } from '../domain/impact/impact-sharing.form.ts';

/** Whether the school shares its figures of impact with its trust: not, where it has said nothing. */
export async function getImpactSharing(tx: Tx): Promise<ImpactSharing> {
  const row = await tx
    .selectFrom('impactSharing')
    .select(['sharesImpact', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .executeTakeFirst();
  return row ?? noSharing;
}
