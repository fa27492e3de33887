import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** Pupils on the roll today whom a file of the whole roll does not have. Nothing is done to them by itself. */
export async function listMissing(tx: Tx, found: ReadonlySet<PupilId>): Promise<PupilId[]> {
  const { actor, today } = tx.scope;
  const rows = await tx
    .selectFrom('enrolments')
    .select('pupilId')
    .distinct()
    .where('schoolId', '=', actor.schoolId)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  return rows.map((row) => PupilId.parse(row.pupilId)).filter((pupilId) => !found.has(pupilId));
}
