import { schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { tellingKey } from '../domain/escalation.ts';

/** The dates of open cases of which the head was told. */
export async function listToldHead(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('headTellings as t')
    .innerJoin('cases as c', (join) =>
      join.onRef('c.schoolId', '=', 't.schoolId').onRef('c.caseId', '=', 't.caseId'),
    )
    .select(['t.caseId', 't.clockId', 't.toldDueOn'])
    .where('t.schoolId', '=', tx.scope.actor.schoolId)
    .where('c.endedOn', 'is', null)
    .execute();
  return new Set(
    rows.map(({ caseId, clockId, toldDueOn }) =>
      tellingKey({ caseId, clockId, dueOn: schoolDate(toldDueOn) }),
    ),
  );
}
