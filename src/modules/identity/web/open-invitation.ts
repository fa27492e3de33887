import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Invitation, InvitationId } from '../domain/invitation.ts';
import { findInvitation } from '../queries/list-invitations.ts';

export const invitationParams = z.object({ invitationId: InvitationId });

/** An invitation that was neither accepted nor withdrawn; null for any other. */
export async function findOpenInvitation(
  tx: Tx,
  { invitationId }: z.output<typeof invitationParams>,
): Promise<Invitation | null> {
  const found = await findInvitation(tx, invitationId);
  return found === null || found.acceptedAt !== null || found.withdrawnAt !== null ? null : found;
}

export const invitationChangedWords =
  'Somebody has answered, withdrawn or sent this invitation again since you opened it. Look at the list';
