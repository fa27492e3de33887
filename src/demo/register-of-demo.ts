import type { Tx } from '#src/platform/db/scope.ts';

/** Every so many of the pupils with SEN support or a plan, by name, in the school that the transaction is in. */
export async function someOfRegister(tx: Tx, oneIn: number): Promise<readonly string[]> {
  const lines = await tx
    .selectFrom('registerLines')
    .select('pupilId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('isOnRoll', '=', true)
    .where('status', 'in', ['sen_support', 'ehc_plan'])
    .orderBy('surname')
    .orderBy('pupilId')
    .execute();
  return lines.filter((_, at) => at % oneIn === 0).map(({ pupilId }) => pupilId);
}
