import { sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** Lets nobody else hold or draw this pupil until the transaction ends: what is read after it is what will be changed. */
export async function holdPupil(tx: Tx, pupilId: PupilId): Promise<void> {
  await sql`
    select from pupils where school_id = ${tx.scope.actor.schoolId} and pupil_id = ${pupilId}
    for no key update`.execute(tx);
}
