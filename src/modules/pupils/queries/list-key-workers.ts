import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId, StaffId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** A key worker's time with a pupil, which may be over or yet to come. */
export type KeyWorkerSpell = {
  readonly keyWorkerId: string;
  readonly pupilId: PupilId;
  readonly staffId: StaffId;
  readonly name: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  readonly version: number;
};

/** Every key worker that these pupils have, had or will have, the newest first; without those withdrawn. */
export async function listKeyWorkersOf(
  tx: Tx,
  pupilIds: readonly PupilId[],
): Promise<readonly KeyWorkerSpell[]> {
  const rows = await tx
    .selectFrom('keyWorkers as k')
    .innerJoin('staff as s', (join) =>
      join.onRef('s.schoolId', '=', 'k.schoolId').onRef('s.staffId', '=', 'k.staffId'),
    )
    .select(['k.keyWorkerId', 'k.pupilId', 'k.staffId', 'k.fromOn', 'k.untilOn', 'k.version'])
    .select((eb) =>
      eb.fn<string>('concat_ws', [eb.val(' '), 's.title', 's.forename', 's.surname']).as('name'),
    )
    .where('k.schoolId', '=', tx.scope.actor.schoolId)
    .where('k.pupilId', '=', sql<string>`any(${[...pupilIds]}::uuid[])`)
    .where('k.withdrawnAt', 'is', null)
    .orderBy('k.fromOn', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    pupilId: PupilId.parse(row.pupilId),
    staffId: StaffId.parse(row.staffId),
    fromOn: schoolDate(row.fromOn),
    untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
  }));
}
