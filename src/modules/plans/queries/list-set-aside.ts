import type { Tx } from '#src/platform/db/scope.ts';
import type { SetAside } from '../domain/set-aside.ts';

/** The findings of a plan that were set aside and not brought back. */
export async function listSetAside(tx: Tx, planId: string): Promise<readonly SetAside[]> {
  const rows = await tx
    .selectFrom('setAsideFindings as f')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'f.schoolId').onRef('m.personId', '=', 'f.byPersonId'),
    )
    .select(['f.aboutId', 'f.ruleId', 'f.why', 'f.lookedAt', 'f.version', 'm.knownAs'])
    .where('f.schoolId', '=', tx.scope.actor.schoolId)
    .where('f.planId', '=', planId)
    .where('f.withdrawnAt', 'is', null)
    .execute();
  return rows.map(({ knownAs, ...row }) => ({ ...row, byName: knownAs }));
}
