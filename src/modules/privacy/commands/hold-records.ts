import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import type { HoldKind } from '../domain/retention.form.ts';
import { type Hold, HoldId } from '../queries/list-holds.ts';

const record = recorder(privacyEvents);

type NewHold = {
  readonly pupilId: PupilId;
  readonly kind: HoldKind;
  readonly why: string;
  readonly fromOn: SchoolDate;
};

/** Keeps a pupil's records from being removed, until the hold is ended. */
export async function holdRecords(tx: Tx, given: NewHold): Promise<Result<HoldId, 'in_future'>> {
  const { actor, today } = tx.scope;
  if (given.fromOn > today) return refused('in_future');
  const { pupilId, kind, why, fromOn } = given;
  const holdId = HoldId.parse(newId());
  await tx
    .insertInto('retentionHolds')
    .values({ schoolId: actor.schoolId, holdId, pupilId, kind, why, fromOn, byPersonId: actor.personId })
    .execute();
  const changes = { kind: { before: null, after: kind }, fromOn: { before: null, after: fromOn } };
  await record(tx, { type: 'RecordsHeld', audience: 'leaders', pupilId, subjectId: holdId, why, changes });
  return done(holdId);
}

/** Ends a hold today, with the reason. Refused when somebody else ended it meanwhile. */
export async function endHold(
  tx: Tx,
  hold: Hold & { readonly pupilId: PupilId },
  given: { readonly why: string; readonly version: number },
): Promise<Result<null, 'stale'>> {
  const { actor, today } = tx.scope;
  const { numUpdatedRows } = await tx
    .updateTable('retentionHolds')
    .set({ endedOn: today, endedWhy: given.why, version: sql`version + 1` })
    .where('schoolId', '=', actor.schoolId)
    .where('holdId', '=', hold.holdId)
    .where('version', '=', given.version)
    .where('endedOn', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const { pupilId, holdId } = hold;
  const changes = { endedOn: { before: null, after: today } };
  await record(tx, {
    type: 'HoldEnded',
    audience: 'leaders',
    pupilId,
    subjectId: holdId,
    why: given.why,
    changes,
  });
  return done(null);
}
