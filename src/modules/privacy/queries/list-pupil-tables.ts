import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';

type Pointing = { readonly from: string; readonly to: string };

/** Every table that names a pupil in a column `pupil_id`, as the catalogue of the database knows them. */
export async function listPupilTables(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_catalog.pg_class c
    join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'pupil_id' and not a.attisdropped
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' order by 1`.execute(tx);
  return rows.map(({ name }) => name);
}

/** The same tables, those that point before those that are pointed at: the order in which rows may go. */
export async function listPupilTablesInTurn(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<Pointing>`
    select distinct f.relname as "from", t.relname as "to" from pg_catalog.pg_constraint k
    join pg_catalog.pg_class f on f.oid = k.conrelid join pg_catalog.pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.relnamespace = 'app'::regnamespace and f.oid <> t.oid`.execute(tx);
  return inTurn(await listPupilTables(tx), rows);
}

function inTurn(tables: readonly string[], pointing: readonly Pointing[]): readonly string[] {
  const left = new Set(tables);
  const turn: string[] = [];
  while (left.size > 0) {
    const free = [...left].filter(
      (table) => !pointing.some(({ from, to }) => to === table && left.has(from)),
    );
    if (free.length === 0) throw new Error(`Tables point at each other: ${[...left].join(', ')}`);
    for (const table of free) {
      turn.push(table);
      left.delete(table);
    }
  }
  return turn;
}
