import { sql } from 'kysely';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import { keptUntilWords, lastDayKept, type NotToGo, ruleOf, whyNotToGo } from '../domain/retention.ts';
import { type Removal, RemovalId } from '../queries/list-removals.ts';
import { getRetentionYears, type Leaver } from '../queries/list-retention.ts';

const record = recorder(privacyEvents);

/** Asks that all records of a pupil go, with the reason. Nothing goes before the second confirmation. */
export async function askRemoval(
  tx: Tx,
  leaver: Leaver,
  why: string,
): Promise<Result<RemovalId, NotToGo | 'asked_already'>> {
  const { actor, clock, today } = tx.scope;
  const years = await getRetentionYears(tx);
  const reason = whyNotToGo(leaver, years, today);
  if (reason !== null) return refused(reason);
  if (leaver.isAsked) return refused('asked_already');
  const removalId = RemovalId.parse(newId());
  const endedOn = lastDayKept(leaver.bornOn, years[ruleOf(leaver)]);
  await tx
    .insertInto('retentionRemovals')
    .values({
      schoolId: actor.schoolId,
      removalId,
      removedPupilId: leaver.pupilId,
      state: 'asked',
      why,
      rule: keptUntilWords(leaver, years),
      endedOn,
      askedBy: actor.personId,
      askedAt: clock.now(),
    })
    .execute();
  const { pupilId } = leaver;
  await record(tx, { type: 'RemovalAsked', audience: 'leaders', pupilId, subjectId: removalId, why });
  return done(removalId);
}

/** Takes the wish to remove back before it was confirmed. */
export async function withdrawRemoval(tx: Tx, removal: Removal): Promise<void> {
  const { pupilId, removalId } = removal;
  const { numUpdatedRows } = await tx
    .updateTable('retentionRemovals')
    .set({ state: 'withdrawn', version: sql`version + 1` })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('removalId', '=', removalId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return;
  await record(tx, { type: 'RemovalWithdrawn', audience: 'leaders', pupilId, subjectId: removalId });
}
