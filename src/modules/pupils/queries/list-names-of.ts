import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** The names as used, of those of the given pupils whom the actor may see. No statement when none is asked. */
export async function listNamesOf(
  tx: Tx,
  pupilIds: readonly (PupilId | null)[],
): Promise<ReadonlyMap<PupilId, string>> {
  const asked = [...new Set(pupilIds.filter((id) => id !== null))];
  if (asked.length === 0) return new Map();
  const rows = await tx
    .selectFrom('pupilLines')
    .select(['pupilId', 'forename', 'surname'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', 'in', asked)
    .execute();
  return new Map(rows.map((row) => [PupilId.parse(row.pupilId), `${row.forename} ${row.surname}`]));
}
