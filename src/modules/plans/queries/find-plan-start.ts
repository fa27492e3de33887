import { schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type PlanStart, PlanStartedList } from '../domain/plan-start.ts';

/** Plans begun for several pupils at once, or null where the actor may see none of the pupils. */
export async function findPlanStart(tx: Tx, planStartId: string): Promise<PlanStart | null> {
  const row = await tx
    .selectFrom('planStarts as s')
    .leftJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 's.schoolId').onRef('m.personId', '=', 's.byPersonId'),
    )
    .select([
      's.planStartId',
      's.byPersonId',
      's.startedOn',
      's.undoneAt',
      's.outcome',
      's.version',
      'm.knownAs',
    ])
    .where('s.schoolId', '=', tx.scope.actor.schoolId)
    .where('s.planStartId', '=', planStartId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { undoneAt, startedOn, knownAs, outcome, ...rest } = row;
  return {
    ...rest,
    byName: knownAs,
    startedOn: schoolDate(startedOn),
    isUndone: undoneAt !== null,
    outcome: PlanStartedList.parse(outcome),
  };
}
