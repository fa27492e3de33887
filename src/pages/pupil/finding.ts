import { type Actor, may } from '#src/kernel/access.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { type FoundPupil, searchPupils } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** The pupils found, and where each is opened; null for somebody who may open no page about a pupil. */
export type Finding = {
  readonly pupils: readonly FoundPupil[];
  readonly home: ((pupilId: PupilId) => string) | null;
};

/** Finds pupils within the actor's reach. */
export const find = async (
  tx: Tx,
  actor: Actor,
  { text, limit }: { text: string; limit: number },
): Promise<Finding> => ({ pupils: await searchPupils(tx, text, limit), home: homeOf(actor) });

export const pupilsOf = ({ pupils }: Finding): readonly PupilId[] => pupils.map((pupil) => pupil.pupilId);

/** The summary, or the contacts for those who work with nothing else of a pupil. */
function homeOf(actor: Actor): Finding['home'] {
  if (may(actor, 'pupil.read')) return (pupilId) => `/pupils/${pupilId}`;
  if (may(actor, 'contacts.read')) return (pupilId) => `/pupils/${pupilId}/people`;
  return null;
}
