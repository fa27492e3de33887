import { sql } from 'kysely';
import { z } from 'zod';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type BulkChange, BulkGiven, BulkKind, BulkOutcome } from '../domain/bulk-change.ts';

const doneOn = sql<string | null>`(b.done_at at time zone 'Europe/London')::date`;

const select = (tx: Tx) =>
  tx
    .selectFrom('bulkChanges as b')
    .innerJoin('members as m', (join) =>
      join.onRef('m.schoolId', '=', 'b.schoolId').onRef('m.personId', '=', 'b.byPersonId'),
    )
    .select(['b.bulkChangeId', 'b.kind', 'm.knownAs as byName', 'b.pupilIds', 'b.given', 'b.outcome'])
    .select(['b.state', 'b.version', doneOn.as('doneOn')])
    .where('b.schoolId', '=', tx.scope.actor.schoolId);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const State = z.enum(['draft', 'done', 'undone']);

const changeOf = (row: Row): BulkChange => ({
  bulkChangeId: row.bulkChangeId,
  kind: BulkKind.parse(row.kind),
  byName: row.byName,
  pupilIds: row.pupilIds.map((id) => PupilId.parse(id)),
  given: BulkGiven.nullable().catch(null).parse(row.given),
  outcome: z.array(BulkOutcome).parse(row.outcome),
  state: State.parse(row.state),
  doneOn: row.doneOn === null ? null : schoolDate(row.doneOn),
  version: row.version,
});

/** A change of many pupils; null when there is none that the actor may see. */
export async function findBulkChange(tx: Tx, bulkChangeId: string): Promise<BulkChange | null> {
  const row = await select(tx).where('b.bulkChangeId', '=', bulkChangeId).executeTakeFirst();
  return row === undefined ? null : changeOf(row);
}

/** Those done today, which can still be undone, the newest first. */
export async function listBulkChangesToday(tx: Tx): Promise<readonly BulkChange[]> {
  const rows = await select(tx)
    .where('b.state', '=', 'done')
    .where(doneOn, '=', tx.scope.today)
    .orderBy('b.doneAt', 'desc')
    .limit(20)
    .execute();
  return rows.map(changeOf);
}
