import { z } from 'zod';
import { PersonId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Membership, MembershipId, type SchoolMember } from '../domain/member.ts';
import { findMember } from '../queries/list-members.ts';

export const heldRoleParams = z.object({ personId: PersonId, membershipId: MembershipId });

/** A person and the one role of theirs that a page is about. */
export type HeldRole = { readonly member: SchoolMember; readonly membership: Membership };

export async function findHeldRole(
  tx: Tx,
  { personId, membershipId }: z.output<typeof heldRoleParams>,
): Promise<HeldRole | null> {
  const member = await findMember(tx, personId);
  const membership = member?.memberships.find((one) => one.membershipId === membershipId);
  return member === null || membership === undefined ? null : { member, membership };
}

/** Why a school's last administrator stays one. */
export const lastAdministratorWords =
  'The school would have no SENCO and no assistant SENCO to give roles. Give somebody else the role first';
