import type { Permission } from '#src/kernel/access.ts';
import { type PersonId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { isHeldOn } from '../domain/member.ts';
import { permissionsOf, roles } from '../domain/roles.ts';
import { listMembers } from './list-members.ts';

/** Somebody at work in the school, as known there. */
export type Colleague = { readonly personId: PersonId; readonly knownAs: string };

/**
 * Those who hold a permission today, by name. Of those who reach single pupils, when a pupil is named, only whoever
 * is known to reach that one: a teacher knows it of themselves alone, the SENCO of everybody.
 */
export async function listColleagues(
  tx: Tx,
  { permission, pupilId }: { readonly permission: Permission; readonly pupilId: PupilId | null },
): Promise<readonly Colleague[]> {
  const { today } = tx.scope;
  const near = pupilId === null ? null : await listNear(tx, pupilId);
  const members = await listMembers(tx);
  return members.filter(({ personId, memberships }) => {
    const held = memberships.filter((one) => isHeldOn(one, today)).map((one) => one.role);
    if (!permissionsOf(held).has(permission)) return false;
    const isWide = held.some(
      (role) => roles[role].reach === 'school' && permissionsOf([role]).has(permission),
    );
    return near === null || isWide || near.has(personId);
  });
}

async function listNear(tx: Tx, pupilId: PupilId): Promise<ReadonlySet<string>> {
  const { actor, today } = tx.scope;
  const rows = await tx
    .selectFrom('reach')
    .select('personId')
    .distinct()
    .where('schoolId', '=', actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where('withdrawnAt', 'is', null)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  return new Set(rows.map((row) => row.personId));
}

/** The pupils that somebody reaches one by one today; null when a role of theirs with this permission reaches all. */
export async function listReachedBy(
  tx: Tx,
  { personId, permission }: { readonly personId: PersonId; readonly permission: Permission },
): Promise<ReadonlySet<PupilId> | null> {
  const { actor, today } = tx.scope;
  const member = (await listMembers(tx)).find((one) => one.personId === personId);
  const isWide = member?.memberships.some(
    (one) =>
      isHeldOn(one, today) && roles[one.role].reach === 'school' && permissionsOf([one.role]).has(permission),
  );
  if (isWide === true) return null;
  const rows = await tx
    .selectFrom('reach')
    .select('pupilId')
    .distinct()
    .where('schoolId', '=', actor.schoolId)
    .where('personId', '=', personId)
    .where('withdrawnAt', 'is', null)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .execute();
  return new Set(rows.map((row) => PupilId.parse(row.pupilId)));
}
