import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { InCare } from '../domain/register-lines.ts';

/** The pupils who are in care today; null for those who may not know. */
export async function listInCare(tx: Tx): Promise<InCare> {
  const { actor, today } = tx.scope;
  if (!actor.sees.includes('sensitive')) return null;
  const rows = await tx
    .selectFrom('pupilFacts')
    .select('pupilId')
    .where('schoolId', '=', actor.schoolId)
    .where('kind', '=', 'in_care')
    .where('withdrawnAt', 'is', null)
    .where('value', '<>', 'no')
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  return new Set(rows.map((row) => PupilId.parse(row.pupilId)));
}
