import { schoolDate } from '#src/kernel/dates.ts';
import { PersonId } from '#src/kernel/ids.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Membership, MembershipId, type SchoolMember } from '../domain/member.ts';
import { isRoleName } from '../domain/roles.ts';

function membershipOf(row: RowOf<'memberships'>): Membership {
  if (!isRoleName(row.role)) throw new Error(`Unknown role ${row.role}`);
  return {
    membershipId: MembershipId.parse(row.membershipId),
    personId: PersonId.parse(row.personId),
    role: row.role,
    fromOn: schoolDate(row.fromOn),
    untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
  };
}

/** All roles that were given to people here and not withdrawn, the newest first. A program's is its token's. */
export async function listMemberships(tx: Tx): Promise<Membership[]> {
  const rows = await tx
    .selectFrom('memberships as h')
    .innerJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'h.schoolId').onRef('m.personId', '=', 'h.personId'),
    )
    .selectAll('h')
    .where('h.schoolId', '=', tx.scope.actor.schoolId)
    .where('h.withdrawnAt', 'is', null)
    .where('m.kind', '=', 'person')
    .orderBy('h.fromOn', 'desc')
    .execute();
  return rows.map(membershipOf);
}

/** Everybody who signs in here or did, by name, with their roles. */
export async function listMembers(tx: Tx): Promise<SchoolMember[]> {
  const rows = await tx
    .selectFrom('members')
    .select(['personId', 'knownAs', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('kind', '=', 'person')
    .orderBy('knownAs')
    .execute();
  const memberships = await listMemberships(tx);
  return rows.map((row) => ({
    ...row,
    personId: PersonId.parse(row.personId),
    memberships: memberships.filter((one) => one.personId === row.personId),
  }));
}

/** One of them, or null. */
export async function findMember(tx: Tx, personId: PersonId): Promise<SchoolMember | null> {
  const members = await listMembers(tx);
  return members.find((one) => one.personId === personId) ?? null;
}
