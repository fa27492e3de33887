import { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { type EhcEntry, type EhcPlan, findEhcPlan } from '#src/modules/ehcp/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { timeWords } from '#src/platform/clock/clock.ts';
import type { Tx } from '#src/platform/db/scope.ts';

export const OfPupil = z.object({ pupilId: PupilId });
export const OfVersion = OfPupil.extend({ number: z.coerce.number().int().min(1).max(10_000) });
export const OfCommitment = OfPupil.extend({ commitmentId: z.uuid() });

/** The EHC plan that a page is about, and whose it is. */
export type EhcOfPupil = { readonly pupil: Pupil; readonly plan: EhcPlan };
export type EntryOfPupil = EhcOfPupil & { readonly entry: EhcEntry };

/** Null when the pupil is not the actor's to see, or has no EHC plan. */
export async function loadEhc(tx: Tx, pupilId: PupilId): Promise<EhcOfPupil | null> {
  const { pupil, plan } = await tx.scope.together({
    pupil: (of) => findPupil(of, pupilId),
    plan: (of) => findEhcPlan(of, pupilId),
  });
  return pupil === null || plan === null ? null : { pupil, plan };
}

/** Null too when nothing is being entered. */
export async function loadEntry(tx: Tx, pupilId: PupilId): Promise<EntryOfPupil | null> {
  const found = await loadEhc(tx, pupilId);
  return found === null || found.plan.entry === null ? null : { ...found, entry: found.plan.entry };
}

export const ofPupil = ({ pupil }: { readonly pupil: Pupil }): readonly PupilId[] => [pupil.pupilId];
export const ehcHref = (pupilId: PupilId): string => `/pupils/${pupilId}/ehc-plan`;

/** Who made a paper, and when. */
export const madeBy = (tx: Tx, actor: Member): string =>
  `${actor.schoolName} · made by ${actor.knownAs}, ${timeWords(tx.scope.clock.now())}`;

export const staleWords = 'Somebody else changed this since you opened it. What is saved now is shown here.';

export const entryWords = {
  in_future: 'The date on it must be today or in the past',
  before_made: 'The date on it is before the day on which the plan was first made',
  final_before_draft: 'A final plan cannot be dated before its draft',
  amended_before_final: 'There is no final plan yet that could be amended: enter the final plan first',
  second_final: 'There is a final plan already: a later one is an amended plan',
  earlier_than_last: 'A document of a later date is entered already: documents follow each other by date',
  has_entry: 'A document is being entered already: finish or throw it away first',
  stale: staleWords,
  empty: 'No section has any words yet',
} as const;
