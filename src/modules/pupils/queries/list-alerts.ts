import { schoolDate } from '#src/kernel/dates.ts';
import { CarerId, type PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Alert, isAlertAudience, isAlertKind } from '../domain/alerts.ts';

/** The alerts of a pupil that hold today or are to come, of those kinds that the actor may see. */
export async function listAlerts(tx: Tx, pupilId: PupilId): Promise<readonly Alert[]> {
  const { today, actor } = tx.scope;
  const rows = await tx
    .selectFrom('pupilAlerts')
    .select(['alertId', 'kind', 'words', 'carerId', 'fromOn', 'untilOn', 'audience', 'source', 'version'])
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', '=', pupilId)
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
            pupilId,
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
