import { sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** Those of the pupils who are not enrolled today: they have left, or are yet to come. */
export async function listNotOnRoll(tx: Tx, pupilIds: readonly PupilId[]): Promise<readonly PupilId[]> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ pupilId: string }>`
    select distinct pupil_id from enrolments
    where school_id = ${actor.schoolId} and pupil_id = any(${[...pupilIds]}::uuid[])
      and from_on <= ${today}::date and coalesce(until_on >= ${today}::date, true)`.execute(tx);
  const onRoll = new Set(rows.map((row) => row.pupilId));
  return pupilIds.filter((pupilId) => !onRoll.has(pupilId));
}
