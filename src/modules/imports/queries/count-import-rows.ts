import { sql } from 'kysely';
import type { ImportId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** How many records of an import stand where, with what people have decided. */
export type RowCounts = {
  readonly read: number;
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly unreadable: number;
  /** All that were asked about, and those among them that nobody has decided. */
  readonly asked: number;
  readonly toDecide: number;
  /** Records with a line that a person wrote in Sendero, about which nobody has decided. */
  readonly withOurs: number;
  /** What taking the import in would add and change, as decided so far. */
  readonly toAdd: number;
  readonly toChange: number;
  /** What became of them: taken whole, and left out in part or whole. */
  readonly taken: number;
  readonly leftOut: number;
};

/** Counts the records of an import in one statement. */
export async function countImportRows(tx: Tx, importId: ImportId): Promise<RowCounts> {
  const takes = sql`exists (
    select 1 from jsonb_array_elements(proposal -> 'changes') c
    where decision = 'take' or not (c ->> 'isOurs')::boolean)`;
  const ours = sql`exists (
    select 1 from jsonb_array_elements(proposal -> 'changes') c where (c ->> 'isOurs')::boolean)`;
  const count = (what: ReturnType<typeof sql>) => sql`(count(*) filter (where ${what}))::int`;
  const { rows } = await sql<RowCounts>`
    select count(*)::int as read,
      ${count(sql`state = 'new'`)} as new,
      ${count(sql`state = 'changed'`)} as changed,
      ${count(sql`state = 'unchanged'`)} as unchanged,
      ${count(sql`state = 'unreadable'`)} as unreadable,
      ${count(sql`state = 'ask'`)} as asked,
      ${count(sql`state = 'ask' and decision is null`)} as to_decide,
      ${count(sql`state = 'changed' and decision is null and ${ours}`)} as with_ours,
      ${count(sql`state = 'new' and decision is distinct from 'leave' or state = 'ask' and decision = 'new'`)} as to_add,
      ${count(sql`(state = 'changed' and decision is distinct from 'leave'
        or state = 'ask' and decision in ('same', 'take')) and ${takes}`)} as to_change,
      ${count(sql`outcome = 'taken'`)} as taken,
      ${count(sql`outcome <> 'taken'`)} as left_out
    from import_rows
    where school_id = ${tx.scope.actor.schoolId} and import_id = ${importId} and kind <> 'raw'`.execute(tx);
  const [counts] = rows;
  if (counts === undefined) throw new Error('A count has no row');
  return counts;
}
