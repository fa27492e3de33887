import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import { findGuestPlace, type GuestPlace, isOpenOn } from '#src/modules/identity/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export const placeParams = z.object({ reachId: z.uuid() });

export type PlaceOfGuest = { readonly place: GuestPlace; readonly name: string };

/** A place that is open today, with the pupil's name; null for any other. */
export async function findOpenPlace(
  tx: Tx,
  { reachId }: z.output<typeof placeParams>,
): Promise<PlaceOfGuest | null> {
  const place = await findGuestPlace(tx, reachId);
  if (place === null || !isOpenOn(place, tx.scope.today)) return null;
  const names = await listNamesOf(tx, [place.pupilId]);
  return { place, name: names.get(place.pupilId) ?? 'the pupil' };
}

export const aboutPlace = ({ place }: PlaceOfGuest): readonly PupilId[] => [place.pupilId];

export const placeChangedWords =
  'Somebody has changed the access of this guest since you opened it. Look at the list of guests';
