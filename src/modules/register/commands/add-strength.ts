import { newId, type PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

/** Adds what a pupil is good at, from today. Words that stand there already are not added twice. Returns its id. */
export async function addStrength(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly words: string; readonly toldBy?: string | undefined },
): Promise<string> {
  const { pupilId, words, toldBy = null } = given;
  const held = await getSenRecord(tx, pupilId);
  const same = held.strengths.find((one) => one.words.toLowerCase() === words.toLowerCase());
  if (same !== undefined) return same.strengthId;
  const { actor, today } = tx.scope;
  const strengthId = newId();
  await tx
    .insertInto('strengths')
    .values({ schoolId: actor.schoolId, strengthId, pupilId, words, toldBy, fromOn: today })
    .execute();
  await record(tx, {
    type: 'StrengthAdded',
    audience: 'family',
    pupilId,
    subjectId: strengthId,
    changes: { strength: { before: null, after: words }, toldBy: { before: null, after: toldBy } },
  });
  return strengthId;
}
