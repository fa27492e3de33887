import { sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** Lets nobody else hold or draw this pupil until the transaction ends: what is read after it is what will be changed. */
export const holdPupil = (tx: Tx, pupilId: PupilId): Promise<void> => holdPupils(tx, [pupilId]);

/** As `holdPupil` for many, in one order, so that two who hold the same ones wait and never block each other. */
export async function holdPupils(tx: Tx, pupilIds: readonly PupilId[]): Promise<void> {
  await sql`
    select from pupils
    where school_id = ${tx.scope.actor.schoolId} and pupil_id = any(${[...pupilIds]}::uuid[])
    order by pupil_id for no key update`.execute(tx);
}
