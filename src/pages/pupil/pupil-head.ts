import type { Actor } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { type Alert, findPupil, listAlerts, type Pupil } from '#src/modules/pupils/index.ts';
import { findSenRecord, type SenRecord } from '#src/modules/register/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** What stands at the head of every page about one pupil. */
export type PupilHead = {
  readonly pupil: Pupil;
  /** Null for those who may not see it: "no SEN" would then be an untruth. */
  readonly sen: SenRecord | null;
  readonly alerts: readonly Alert[];
  readonly today: SchoolDate;
  /** When the page was made, in words: said on paper. */
  readonly at: string;
};

/** Reads the head of a pupil's pages; null when the pupil is not the actor's to see. */
export async function findPupilHead(tx: Tx, pupilId: PupilId): Promise<PupilHead | null> {
  const pupil = await findPupil(tx, pupilId);
  if (pupil === null) return null;
  const sen = seesNeeds(tx.scope.actor) ? await findSenRecord(tx, pupilId) : null;
  const { today, clock } = tx.scope;
  return { pupil, sen, alerts: await listAlerts(tx, pupilId), today, at: timeWords(clock.now()) };
}

const seesNeeds = (actor: Actor): boolean => actor.sees.includes('staff');

export const aboutPupil = ({ pupil }: { readonly pupil: Pupil }): readonly PupilId[] => [pupil.pupilId];

export const fullName = ({ name }: Pupil): string => `${name.forename} ${name.surname}`;
