import { z } from 'zod';
import { PupilId } from '#src/kernel/ids.ts';
import { findPlanAtWork, type Plan } from '#src/modules/plans/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { findVoiceLink } from '../queries/list-voice-links.ts';

export const OfFamily = z.object({ pupilId: PupilId });
export const OfVoiceLink = OfFamily.extend({ voiceLinkId: z.uuid() });

/** The plan at work, and whose it is; null when the pupil is not the actor's to see or has none. */
export async function loadFamily(tx: Tx, pupilId: PupilId): Promise<{ pupil: Pupil; plan: Plan } | null> {
  const pupil = await findPupil(tx, pupilId);
  const plan = pupil === null ? null : await findPlanAtWork(tx, pupilId);
  return pupil === null || plan === null ? null : { pupil, plan };
}

/** A link of a pupil, and whose it is. */
export async function loadLink(tx: Tx, of: z.output<typeof OfVoiceLink>) {
  const pupil = await findPupil(tx, of.pupilId);
  const link = pupil === null ? null : await findVoiceLink(tx, of);
  return pupil === null || link === null ? null : { pupil, link };
}

export const ofPupil = ({ pupil }: { readonly pupil: Pupil }): readonly PupilId[] => [pupil.pupilId];
export const nameOf = ({ name }: Pupil): string => `${name.forename} ${name.surname}`;
export const familyHref = (pupilId: PupilId): string => `/pupils/${pupilId}/plan/family`;

export const linkRefusals = {
  not_shared: 'The plan is a draft that nobody outside has seen. Share it with the parents first',
  no_link: 'No link can be made for this person',
  no_email: 'No email address is noted for this person. Hand the link over, or note the address first',
  needs_why: 'The rights are the young person’s own now. Enter why a parent reads the plan',
} as const;
