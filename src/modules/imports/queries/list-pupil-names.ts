import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** A pupil as a person tells one from another. */
export type PupilName = {
  readonly pupilId: PupilId;
  readonly surname: string;
  readonly forename: string;
  readonly bornOn: SchoolDate;
  readonly yearGroup: string | null;
  readonly className: string | null;
  readonly isOnRoll: boolean;
};

/** Pupils by id, in the order of their names. */
export async function listPupilNames(tx: Tx, ids: readonly string[]): Promise<PupilName[]> {
  const rows = await tx
    .selectFrom('pupilLines')
    .select(['pupilId', 'surname', 'forename', 'bornOn', 'yearGroup', 'className', 'isOnRoll'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('surname')
    .orderBy('forename')
    .orderBy('bornOn')
    .execute();
  return rows.map((row) => ({
    ...row,
    pupilId: PupilId.parse(row.pupilId),
    bornOn: schoolDate(row.bornOn),
  }));
}
