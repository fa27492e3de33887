import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { CarerId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Alert, isAlertAudience, isAlertKind } from '../domain/alerts.ts';

/** The alerts of a pupil that hold today or are to come, of those kinds that the actor may see. */
export const listAlerts = (tx: Tx, pupilId: PupilId): Promise<readonly Alert[]> =>
  listAlertsOf(tx, [pupilId]);

/** As `listAlerts`, of several pupils. */
export async function listAlertsOf(tx: Tx, pupilIds: readonly PupilId[]): Promise<readonly Alert[]> {
  if (pupilIds.length === 0) return [];
  const { today, actor } = tx.scope;
  const rows = await tx
    .selectFrom('pupilAlerts')
    .select([
      'alertId',
      'pupilId',
      'kind',
      'words',
      'carerId',
      'fromOn',
      'untilOn',
      'audience',
      'source',
      'version',
    ])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', '=', sql<string>`any(${[...pupilIds]}::uuid[])`)
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .orderBy('fromOn')
    .orderBy('alertId')
    .execute();
  return rows.flatMap(({ kind, audience, ...row }) =>
    isAlertKind(kind) && isAlertAudience(audience)
      ? [
          {
            ...row,
            pupilId: PupilId.parse(row.pupilId),
            kind,
            audience,
            carerId: row.carerId === null ? null : CarerId.parse(row.carerId),
            fromOn: schoolDate(row.fromOn),
            untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
          },
        ]
      : [],
  );
}
