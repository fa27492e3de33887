import { audiences } from '#src/kernel/access.ts';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { capacityOf } from '../domain/guest.ts';
import { type GuestPart, type Invitation, InvitationId } from '../domain/invitation.ts';
import { isRoleName } from '../domain/roles.ts';

const MOST = 200;

const select = (tx: Tx) =>
  tx
    .selectFrom('invitations as i')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'i.schoolId').onRef('m.personId', '=', 'i.invitedBy'),
    )
    .selectAll('i')
    .select('m.knownAs as inviter')
    .where('i.schoolId', '=', tx.scope.actor.schoolId)
    .orderBy('i.sentAt', 'desc')
    .limit(MOST);
type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

/** Everybody who was asked to come in, the last first. */
export const listInvitations = async (tx: Tx): Promise<readonly Invitation[]> =>
  (await select(tx).execute()).map(invitationOf);

/** One invitation; null when the school has none of this id. */
export async function findInvitation(tx: Tx, invitationId: InvitationId): Promise<Invitation | null> {
  const row = await select(tx).where('i.invitationId', '=', invitationId).executeTakeFirst();
  return row === undefined ? null : invitationOf(row);
}

/** The invitation that a link opens: null unless id and secret are both right. */
export async function findInvitationBySecret(
  tx: Tx,
  link: { readonly invitationId: InvitationId; readonly secretHash: string },
): Promise<Invitation | null> {
  const row = await select(tx)
    .where('i.invitationId', '=', link.invitationId)
    .where('i.secretHash', '=', link.secretHash)
    .executeTakeFirst();
  return row === undefined ? null : invitationOf(row);
}

function invitationOf(row: Row): Invitation {
  if (!isRoleName(row.role)) throw new Error(`Unknown role ${row.role}`);
  return {
    invitationId: InvitationId.parse(row.invitationId),
    email: row.email,
    knownAs: row.knownAs,
    role: row.role,
    fromOn: schoolDate(row.fromOn),
    untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
    invitedBy: row.inviter,
    sentAt: row.sentAt,
    expiresAt: row.expiresAt,
    acceptedAt: row.acceptedAt,
    withdrawnAt: row.withdrawnAt,
    withdrawnWhy: row.withdrawnWhy,
    guest: guestOf(row),
    version: row.version,
  };
}

const guestOf = ({ pupilIds, sees, capacity, reason }: Row): GuestPart | null =>
  capacity === null || reason === null
    ? null
    : {
        pupilIds: pupilIds.map((pupilId) => PupilId.parse(pupilId)),
        sees: audiences.filter((audience) => sees.includes(audience)),
        capacity: capacityOf(capacity),
        reason,
      };
