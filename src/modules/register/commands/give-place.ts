import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { type Told, toldChange } from '#src/modules/pupils/index.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import {
  type PlaceRefusal,
  placesOffered,
  refusalOfPlace,
  type SpecialPlaceKind,
} from '../domain/special-places.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

export type GivenPlace = {
  readonly pupilId: PupilId;
  readonly kind: SpecialPlaceKind;
  readonly fromOn: SchoolDate;
  readonly told: Told;
};

/**
 * Gives a pupil a place in the school's SEN unit or resourced provision from a day; a place of the other kind ends the
 * day before. Refused when the school's settings say that it has none (census: only what the authority recognises).
 */
export async function givePlace(tx: Tx, given: GivenPlace): Promise<Result<null, PlaceRefusal>> {
  const { pupilId, kind, fromOn, told } = given;
  const { bornOn, specialPlace: held } = await getSenRecord(tx, pupilId);
  const offered = placesOffered(await getSchool(tx));
  const refusal = refusalOfPlace(given, { held, bornOn, today: tx.scope.today, offered });
  if (refusal !== null) return refused(refusal);
  const version = (held?.version ?? 0) + 1;
  if (held !== null && held.fromOn === fromOn) {
    await amend(tx, 'specialPlaces', held.specialPlaceId, { kind, untilOn: null, ...told, version });
  } else {
    if (held !== null) {
      await amend(tx, 'specialPlaces', held.specialPlaceId, { untilOn: addDays(fromOn, -1), version });
    }
    await add(tx, 'specialPlaces', [{ specialPlaceId: newId(), pupilId, kind, fromOn, ...told }]);
  }
  await record(tx, {
    type: 'SpecialPlaceGiven',
    audience: 'staff',
    pupilId,
    changes: {
      place: { before: held?.kind ?? null, after: kind },
      fromOn: { before: held?.fromOn ?? null, after: fromOn },
      ...toldChange(told),
    },
  });
  return done(null);
}
