import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { findRunOf } from '../queries/find-run-of.ts';
import type { NamedPupil } from '../queries/list-runs.ts';

export const OfPlace = z.object({ runPupilId: z.uuid() });

/** A pupil's place in a run, with the run; null where there is none to see. */
export async function loadPlace(tx: Tx, { runPupilId }: { runPupilId: string }) {
  const full = await findRunOf(tx, 'runPupils', runPupilId);
  const place = full?.pupils.find((one) => one.runPupilId === runPupilId);
  return full === null || full.run.isWithdrawn || place === undefined
    ? null
    : { full, place, today: tx.scope.today };
}

export const ofPlace = ({ place }: { readonly place: NamedPupil }): readonly PupilId[] => [place.pupilId];

export const placeWords = ({ place }: { readonly place: NamedPupil }, what: string): string =>
  `${place.forename} ${place.surname} · ${what}`;
