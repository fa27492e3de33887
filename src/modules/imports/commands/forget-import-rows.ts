import { sql } from 'kysely';
import { programActor } from '#src/kernel/access.ts';
import { addDays } from '#src/kernel/dates.ts';
import { SchoolId } from '#src/kernel/ids.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';

const keptDays = 30;

/**
 * Empties imports that are a month old, school by school: what the file said of pupils goes, and what it was, who
 * brought it, its counts and what is needed to undo it stay. One that nobody took in is set aside. Twice is as good
 * as once.
 */
export async function forgetImportRows(program: Program): Promise<void> {
  const schools = await program.database.app
    .selectFrom('schools')
    .select('schoolId')
    .orderBy('schoolId')
    .execute();
  for (const { schoolId } of schools) {
    await inScope(scopeOf(program), programActor(SchoolId.parse(schoolId)), forgetOfSchool);
  }
}

async function forgetOfSchool(tx: Tx): Promise<void> {
  const { actor, today } = tx.scope;
  const { schoolId } = actor;
  const before = addDays(today, -keptDays);
  const old = sql`school_id = ${schoolId} and uploaded_at < ${before}::date
    and state not in ('committing', 'undoing')`;
  await sql`delete from import_rows r using imports i
    where r.school_id = ${schoolId} and i.school_id = ${schoolId} and r.import_id = i.import_id
      and i.uploaded_at < ${before}::date and i.state not in ('committing', 'undoing')`.execute(tx);
  await sql`update imports set problems = '[]', version = version + 1,
      columns = coalesce((select jsonb_agg(c || '{"samples": []}') from jsonb_array_elements(columns) c), '[]'),
      state = case when state in ('mapping', 'reviewing') then 'set_aside' else state end
    where ${old} and (problems <> '[]' or jsonb_path_exists(columns, '$[*].samples[*]')
      or state in ('mapping', 'reviewing'))`.execute(tx);
  await sql`update plan_intakes set state = 'set_aside', tables = '[]', chosen = '{}', version = version + 1
    where school_id = ${schoolId} and state = 'reviewing' and brought_at < ${before}::date`.execute(tx);
}
