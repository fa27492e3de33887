import { type RawBuilder, sql } from 'kysely';
import type { ImportId } from '#src/kernel/ids.ts';
import { type Journalled, journalled, snake } from '#src/platform/db/journal.ts';
import { undoRole } from '#src/platform/db/protect.ts';
import type { Tx } from '#src/platform/db/scope.ts';

type TakeBack = {
  readonly importId: ImportId;
  readonly table: Journalled;
  /** `made`: rows that the import made go. `changed`: rows that it changed become what they were. */
  readonly part: 'made' | 'changed';
  /** Pupils who stay, with all that is held of them. */
  readonly keptPupils: readonly string[];
  /** Runs that stay whole, as sessions were logged of them. */
  readonly keptRuns: readonly string[];
  /** Cases that stay whole, as something was recorded of them. */
  readonly keptCases: readonly string[];
};

/**
 * Takes back what an import did to one table, in one statement; only rows that are still as the import left them.
 * Where a row cannot go, because others hang on it now, each is tried by itself. Works as the one role that may
 * delete, which the program takes on for these statements only.
 */
export async function takeBackTable(tx: Tx, what: TakeBack): Promise<void> {
  if (await attempt(tx, () => takeBack(tx, what, null))) return;
  for (const key of await listKeys(tx, what)) await attempt(tx, () => takeBack(tx, what, key));
}

/** Inside a savepoint, as the role that may delete; false when the database refused. */
async function attempt(tx: Tx, work: () => Promise<unknown>): Promise<boolean> {
  await sql`savepoint take_back`.execute(tx);
  try {
    await sql.raw(`set local role ${undoRole}`).execute(tx);
    await work();
    await sql`reset role`.execute(tx);
    await sql`release savepoint take_back`.execute(tx);
    return true;
  } catch {
    await sql`rollback to savepoint take_back`.execute(tx);
    return false;
  }
}

/** For each row of the table that the import wrote: as it first was, as the import left it, whether it made it. */
function journal(
  tx: Tx,
  { importId, table, keptPupils, keptRuns, keptCases }: TakeBack,
  key: string | null,
): RawBuilder<unknown> {
  const only = key === null ? sql`` : sql`and row_key = to_jsonb(${key}::uuid)`;
  return sql`
    select row_key,
      (array_agg(before order by sequence))[1] as first_before,
      (array_agg(after order by sequence desc))[1] as last_after,
      bool_or(before is null) as was_made
    from import_changes
    where school_id = ${tx.scope.actor.schoolId} and import_id = ${importId} and table_name = ${snake(table)}
      and undone is null and not coalesce(after ->> 'pupil_id', '') = any(${[...keptPupils]}::text[])
      and not coalesce(after ->> 'run_id', '') = any(${[...keptRuns]}::text[])
      and not coalesce(after ->> 'case_id', '') = any(${[...keptCases]}::text[]) ${only}
    group by row_key`;
}

async function listKeys(tx: Tx, what: TakeBack): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select row_key #>> '{}' as key from (${journal(tx, what, null)}) j
    where was_made = ${what.part === 'made'}`.execute(tx);
  return rows.map((row) => row.key);
}

async function takeBack(tx: Tx, what: TakeBack, key: string | null): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const table = sql.table(`app.${snake(what.table)}`);
  const id = sql.ref(snake(journalled[what.table]));
  const lines = journal(tx, what, key);
  const isAsLeft = sql`t.school_id = ${schoolId} and to_jsonb(t.${id}) = j.row_key and to_jsonb(t) = j.last_after`;
  if (what.part === 'made') await clearDerived(tx, what.table, lines);
  const columns = what.part === 'changed' ? await listColumns(tx, what.table) : [];
  const assigned = sql.join(columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`));
  const statement =
    what.part === 'made'
      ? sql`delete from ${table} t using (${lines}) j where j.was_made and ${isAsLeft} returning j.row_key`
      : sql`update ${table} t set ${assigned} from (${lines}) j, jsonb_populate_record(null::${table}, j.first_before) r
          where not j.was_made and ${isAsLeft} returning j.row_key`;
  const { rows } = await sql<{ rowKey: string }>`${statement}`.execute(tx);
  const keys = JSON.stringify(rows.map((row) => row.rowKey));
  await sql`update import_changes set undone = 'undone'
    where school_id = ${schoolId} and import_id = ${what.importId} and table_name = ${snake(what.table)}
      and row_key in (select jsonb_array_elements(${keys}::jsonb))`.execute(tx);
}

/** What goes along with a record that is taken back, as it was only derived: lines of lists, and who reached whom. */
const derivedFrom: Readonly<Record<string, { readonly column: string; readonly tables: readonly string[] }>> =
  {
    pupils: {
      column: 'pupil_id',
      tables: ['register_lines', 'pupil_lines', 'reach', 'run_pupil_lines', 'run_cost_lines'],
    },
    runs: { column: 'run_id', tables: ['run_lines', 'run_pupil_lines', 'run_cost_lines'] },
  };

async function clearDerived(tx: Tx, from: string, lines: RawBuilder<unknown>): Promise<void> {
  const { column, tables } = derivedFrom[from] ?? { column: '', tables: [] };
  for (const table of tables) {
    await sql`delete from ${sql.table(`app.${table}`)} t using (${lines}) j
      where t.school_id = ${tx.scope.actor.schoolId} and j.was_made and to_jsonb(t.${sql.ref(column)}) = j.row_key`.execute(
      tx,
    );
  }
}

async function listColumns(tx: Tx, table: Journalled): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_catalog.pg_attribute
    where attrelid = ${`app.${snake(table)}`}::regclass and attnum > 0 and not attisdropped
      and attname not in ('school_id', ${snake(journalled[table])})`.execute(tx);
  return rows.map((row) => row.name);
}
