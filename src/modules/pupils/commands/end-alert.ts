import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Alert } from '../domain/alerts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

/** Ends an alert: it held until that day, that day included. Refused when it ends before it began. */
export async function endAlert(
  tx: Tx,
  given: { readonly alert: Alert; readonly endedOn: SchoolDate; readonly why?: string | undefined },
): Promise<Result<void, 'before_start' | 'changed_since'>> {
  const { alert, endedOn, why } = given;
  if (endedOn < alert.fromOn) return refused('before_start');
  if (alert.untilOn === endedOn) return done(undefined);
  if (!(await change(tx, alert, { untilOn: endedOn }))) return refused('changed_since');
  await record(tx, {
    type: 'AlertEnded',
    audience: alert.audience,
    pupilId: alert.pupilId,
    subjectId: alert.alertId,
    why,
    changes: {
      kind: { before: alert.kind, after: alert.kind },
      untilOn: { before: alert.untilOn, after: endedOn },
    },
  });
  return done(undefined);
}

/** Withdraws an alert that was never right, with the reason. It stays in the history and is shown no more. */
export async function withdrawAlert(
  tx: Tx,
  given: { readonly alert: Alert; readonly why: string },
): Promise<Result<void, 'changed_since'>> {
  const { alert, why } = given;
  const withdrawn = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why };
  if (!(await change(tx, alert, withdrawn))) return refused('changed_since');
  await record(tx, {
    type: 'AlertWithdrawn',
    audience: alert.audience,
    pupilId: alert.pupilId,
    subjectId: alert.alertId,
    why,
    changes: { kind: { before: alert.kind, after: null }, words: { before: alert.words, after: null } },
  });
  return done(undefined);
}

type Set = { readonly untilOn: SchoolDate } | { readonly withdrawnAt: Date; readonly withdrawnWhy: string };

/** False when somebody has changed or withdrawn it since it was read. */
async function change(tx: Tx, alert: Alert, set: Set): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('pupilAlerts')
    .set({ ...set, version: alert.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('alertId', '=', alert.alertId)
    .where('version', '=', alert.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
