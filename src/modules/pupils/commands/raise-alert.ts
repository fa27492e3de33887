import { newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type NewAlert, settledAudience } from '../domain/alerts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

/** Raises an alert: what must be known of a pupil at a glance. Returns the alert's id. */
export async function raiseAlert(tx: Tx, given: NewAlert): Promise<string> {
  const { pupilId, kind, fromOn, source, words } = given;
  const alertId = newId();
  const audience = settledAudience(given);
  const untilOn = given.untilOn ?? null;
  await tx
    .insertInto('pupilAlerts')
    .values({
      schoolId: tx.scope.actor.schoolId,
      alertId,
      pupilId,
      kind,
      words,
      carerId: given.carerId ?? null,
      fromOn,
      untilOn,
      source,
      audience,
    })
    .execute();
  await record(tx, {
    type: 'AlertRaised',
    audience,
    pupilId,
    subjectId: alertId,
    changes: {
      kind: { before: null, after: kind },
      words: { before: null, after: words },
      fromOn: { before: null, after: fromOn },
      ...(untilOn === null ? {} : { untilOn: { before: null, after: untilOn } }),
      source: { before: null, after: source },
    },
  });
  return alertId;
}
