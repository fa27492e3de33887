import { sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { heldRecord, placeOf } from '../domain/held-records.ts';
import { listPupilTables } from './list-pupil-tables.ts';

export type HeldCount = { readonly table: string; readonly title: string; readonly entries: number };

/** How many entries of each kind are held of a pupil, in one statement over every table that names a pupil. */
export async function countHeld(tx: Tx, pupilId: PupilId): Promise<readonly HeldCount[]> {
  const { schoolId } = tx.scope.actor;
  const parts = [
    ...(await listPupilTables(tx)).map((table) => ({ table, is: sql`t.pupil_id = ${pupilId}` })),
  ];
  const listed = ['carers', 'views'].map((table) => ({
    table,
    is: sql`t.pupil_ids @> array[${pupilId}::uuid]`,
  }));
  const { rows } = await sql<{ table: string; entries: number }>`${sql.join(
    [...parts, ...listed].map(
      ({ table, is }) => sql`select ${table} as "table", count(*)::int as entries
        from ${sql.table(`app.${table}`)} t where t.school_id = ${schoolId} and ${is}`,
    ),
    sql` union all `,
  )}`.execute(tx);
  return rows
    .filter(({ entries }) => entries > 0)
    .map((row) => ({ ...row, title: heldRecord(row.table, true).title }))
    .toSorted((one, other) => placeOf(one.table) - placeOf(other.table));
}
