import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** How many tasks there are, of those that the actor may see: what they are about is not told. */
export type TaskCounts = { readonly done: number; readonly open: number; readonly late: number };

/** Tasks done since a day, those that are open, and of these the ones past their day. One statement. */
export async function countTasks(tx: Tx, since: SchoolDate): Promise<TaskCounts> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<TaskCounts>`
    select count(*) filter (where done_at >= ${since}::date)::integer as done,
      count(*) filter (where done_at is null)::integer as open,
      count(*) filter (where done_at is null and due_on < ${today}::date)::integer as late
    from tasks where school_id = ${actor.schoolId} and withdrawn_at is null`.execute(tx);
  return rows[0] ?? { done: 0, open: 0, late: 0 };
}
