import type { Tx } from '#src/platform/db/scope.ts';
import type { PlacesOffered } from '../domain/special-places.ts';

/** Whether the school's settings say that it has a SEN unit, or resourced provision. */
export async function findPlacesOffered(tx: Tx): Promise<PlacesOffered> {
  const row = await tx
    .selectFrom('schools')
    .select(['hasSenUnit', 'hasResourcedProvision'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .executeTakeFirst();
  return { sen_unit: row?.hasSenUnit ?? false, resourced_provision: row?.hasResourcedProvision ?? false };
}
