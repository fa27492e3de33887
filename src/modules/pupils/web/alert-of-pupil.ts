import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Alert } from '../domain/alerts.ts';
import { findPupil } from '../queries/find-pupil.ts';
import { listAlerts } from '../queries/list-alerts.ts';
import type { OfPupil } from './pupil-name.ts';

export type AlertOfPupil = OfPupil & { readonly alert: Alert };

/**
 * The alert that the address names, with its pupil; null when there is none that the actor may see. The flag of
 * safeguarding has pages of its own, without a word to write.
 */
export async function findAlertOf(
  tx: Tx,
  { pupilId, alertId }: { pupilId: PupilId; alertId: string },
  sort: 'any' | 'safeguarding' = 'any',
): Promise<AlertOfPupil | null> {
  const pupil = await findPupil(tx, pupilId);
  const alert = (await listAlerts(tx, pupilId)).find(
    (one) => one.alertId === alertId && (one.kind === 'safeguarding') === (sort === 'safeguarding'),
  );
  return pupil === null || alert === undefined ? null : { pupil, alert };
}

/** The refusal of a deed on an alert that somebody has ended, changed or withdrawn in between. */
export const alertChangedWords = 'Somebody has changed this alert since you opened it. Open the pupil again.';
