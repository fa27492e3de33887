import type { PupilId } from '#src/kernel/ids.ts';
import { recorder, recordView } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { privacyEvents } from '../domain/privacy.events.ts';

const record = recorder(privacyEvents);

/** Keeps with the record of views why somebody of the trust opens a pupil today, and tells the school. */
export async function sayWhyOpened(tx: Tx, pupilId: PupilId, why: string): Promise<void> {
  await recordView(tx, '/pupils/:pupilId', [pupilId], why);
  await record(tx, { type: 'PupilOpenedByTrust', audience: 'leaders', pupilId, why });
}
