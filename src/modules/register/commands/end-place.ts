import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { type Told, toldChange } from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { type PlaceRefusal, refusalOfPlaceEnd } from '../domain/special-places.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

/** Ends a pupil's special place; `endedOn` is its last day. */
export async function endPlace(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly endedOn: SchoolDate; readonly told: Told },
): Promise<Result<null, PlaceRefusal>> {
  const { pupilId, endedOn, told } = given;
  const { bornOn, specialPlace: held } = await getSenRecord(tx, pupilId);
  const refusal = refusalOfPlaceEnd(endedOn, { held, bornOn, today: tx.scope.today });
  if (refusal !== null || held === null) return refused(refusal ?? 'no_place');
  await amend(tx, 'specialPlaces', held.specialPlaceId, { untilOn: endedOn, version: held.version + 1 });
  await record(tx, {
    type: 'SpecialPlaceEnded',
    audience: 'staff',
    pupilId,
    changes: {
      place: { before: held.kind, after: null },
      untilOn: { before: held.untilOn, after: endedOn },
      ...toldChange(told),
    },
  });
  return done(null);
}
