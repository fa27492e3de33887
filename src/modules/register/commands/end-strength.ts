import { addDays } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

/** Ends a strength yesterday; one that was added today is withdrawn. One that is not in force throws `NotFound`. */
export async function endStrength(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly strengthId: string; readonly why?: string | undefined },
): Promise<void> {
  const { pupilId, strengthId, why } = given;
  const held = await getSenRecord(tx, pupilId);
  const strength = held.strengths.find((one) => one.strengthId === strengthId);
  if (strength === undefined) throw new NotFound();
  const { actor, clock, today } = tx.scope;
  const set =
    strength.fromOn < today
      ? { untilOn: addDays(today, -1) }
      : { withdrawnAt: clock.now(), withdrawnWhy: why ?? 'Taken back the same day' };
  await tx
    .updateTable('strengths')
    .set({ ...set, version: strength.version + 1 })
    .where('schoolId', '=', actor.schoolId)
    .where('strengthId', '=', strengthId)
    .execute();
  await record(tx, {
    type: 'StrengthEnded',
    audience: 'family',
    pupilId,
    subjectId: strengthId,
    why,
    changes: { strength: { before: strength.words, after: null } },
  });
}
