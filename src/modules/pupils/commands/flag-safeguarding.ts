import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Alert, alertsOf, safeguardingSource, safeguardingWords } from '../domain/alerts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';
import { listAlerts } from '../queries/list-alerts.ts';

const record = recorder(pupilsEvents);
const { audience } = alertsOf.safeguarding;

/** Says that the safeguarding lead holds a file, and nothing else (rule access-5). Of two at once one is refused. */
export async function flagSafeguarding(
  tx: Tx,
  { pupilId, fromOn }: { readonly pupilId: PupilId; readonly fromOn: SchoolDate },
): Promise<Result<string, 'flagged_already' | 'in_future'>> {
  const { actor, today } = tx.scope;
  if (fromOn > today) return refused('in_future');
  // The pupil's row is locked, so that two leads at once set one flag.
  await tx
    .selectFrom('pupils')
    .select('pupilId')
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', '=', pupilId)
    .forUpdate()
    .execute();
  const held = await listAlerts(tx, pupilId);
  if (held.some((alert) => alert.kind === 'safeguarding')) return refused('flagged_already');
  const alertId = newId();
  const kept = { kind: 'safeguarding', words: safeguardingWords, source: safeguardingSource } as const;
  await tx
    .insertInto('pupilAlerts')
    .values({ schoolId: actor.schoolId, alertId, pupilId, ...kept, fromOn, audience })
    .execute();
  await record(tx, {
    type: 'SafeguardingFlagged',
    audience,
    pupilId,
    subjectId: alertId,
    changes: { fromOn: { before: null, after: fromOn } },
  });
  return done(alertId);
}

type End = { readonly untilOn: SchoolDate; readonly isMistake: boolean };

/** Ends the flag with its last day, or takes back one that was set by mistake. No reason is asked: it would be words. */
export async function endSafeguardingFlag(
  tx: Tx,
  alert: Alert,
  { untilOn, isMistake }: End,
): Promise<Result<void, 'before_start' | 'changed_since'>> {
  if (!isMistake && untilOn < alert.fromOn) return refused('before_start');
  const { numUpdatedRows } = await tx
    .updateTable('pupilAlerts')
    .set({
      ...(isMistake ? { withdrawnAt: tx.scope.clock.now() } : { untilOn }),
      version: alert.version + 1,
    })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('alertId', '=', alert.alertId)
    .where('version', '=', alert.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('changed_since');
  await record(tx, {
    type: 'SafeguardingFlagEnded',
    audience,
    pupilId: alert.pupilId,
    subjectId: alert.alertId,
    changes: isMistake
      ? { fromOn: { before: alert.fromOn, after: null } }
      : { untilOn: { before: alert.untilOn, after: untilOn } },
  });
  return done(undefined);
}
