import type { Tx } from '#src/platform/db/scope.ts';
import type { RoleName } from '../domain/roles.ts';

/** The names of those who hold a role today: whom to ask. */
export async function listHolders(tx: Tx, role: RoleName): Promise<readonly string[]> {
  const { actor, today } = tx.scope;
  const rows = await tx
    .selectFrom('memberships as h')
    .innerJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'h.schoolId').onRef('m.personId', '=', 'h.personId'),
    )
    .select('m.knownAs')
    .distinct()
    .where('h.schoolId', '=', actor.schoolId)
    .where('h.role', '=', role)
    .where('h.withdrawnAt', 'is', null)
    .where('h.fromOn', '<=', today)
    .where((eb) => eb.or([eb('h.untilOn', 'is', null), eb('h.untilOn', '>=', today)]))
    .orderBy('m.knownAs')
    .execute();
  return rows.map((row) => row.knownAs);
}
