import { sql } from 'kysely';
import { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { seeingAll, type Tx } from '#src/platform/db/scope.ts';
import { importsEvents } from '../domain/imports.events.ts';
import type { KeptImport } from '../domain/kept-import.ts';
import { takeBackTable } from './take-back-table.ts';

const record = recorder(importsEvents);

export type Undone = { readonly undone: number; readonly touchedSince: number };

/** Who hangs on whom, the hanging first: a row goes before what it points at. */
const inTurn = [
  'budgetEntries',
  'caseEvents',
  'cases',
  'authorities',
  'results',
  'runSlots',
  'runStaff',
  'runPupils',
  'runs',
  'suspensions',
  'attendance',
  'specialPlaces',
  'needs',
  'senStatuses',
  'pupilCarers',
  'carers',
  'groupPupils',
  'enrolments',
  'pupilFacts',
  'pupilIdentifiers',
  'pupils',
  'lessons',
  'groupStaff',
  'groups',
  'staff',
] as const;

/**
 * Takes an import back as a whole: rows that it made go, rows that it changed become what they were. What somebody
 * has touched since stays as it is; a pupil who came with the import and about whom anything was done since stays
 * with all that is held of them. Counts are of rows.
 */
export async function undoImport(tx: Tx, kept: KeptImport): Promise<Result<Undone, 'not_committed'>> {
  const { schoolId } = tx.scope.actor;
  const claimed = await tx
    .updateTable('imports')
    .set({ state: 'undoing', version: sql`version + 1` })
    .where('schoolId', '=', schoolId)
    .where('importId', '=', kept.importId)
    .where('state', '=', 'committed')
    .executeTakeFirst();
  if (claimed.numUpdatedRows !== 1n) return refused('not_committed');
  const touched = await listPupilsOf(tx, kept);
  await seeingAll(tx, () => takeBackAll(tx, kept));
  const counts = await close(tx, kept);
  for (const pupilId of touched) tx.scope.touchedPupils.add(pupilId);
  const changes = {
    undone: { before: null, after: counts.undone },
    touchedSince: { before: null, after: counts.touchedSince },
  };
  await record(tx, { type: 'ImportUndone', audience: kept.audience, subjectId: kept.importId, changes });
  return done(counts);
}

async function takeBackAll(tx: Tx, kept: KeptImport): Promise<void> {
  const keptPupils = await listPupilsWithDeedsSince(tx, kept);
  const keptRuns = await listRunsAtWork(tx, kept);
  const keptCases = await listCasesAtWork(tx, kept);
  for (const part of ['made', 'changed'] as const) {
    for (const table of inTurn)
      await takeBackTable(tx, { importId: kept.importId, table, part, keptPupils, keptRuns, keptCases });
  }
}

/** Runs that came with the import and of which a session was logged, or that were reviewed, since. */
async function listRunsAtWork(tx: Tx, kept: KeptImport): Promise<string[]> {
  const { rows } = await sql<{ runId: string }>`
    select c.row_key #>> '{}' as run_id from import_changes c
    where c.school_id = ${tx.scope.actor.schoolId} and c.import_id = ${kept.importId} and c.table_name = 'runs'
      and (exists (select from sessions s where s.school_id = c.school_id and to_jsonb(s.run_id) = c.row_key)
        or exists (select from run_reviews r where r.school_id = c.school_id and to_jsonb(r.run_id) = c.row_key))`.execute(
    tx,
  );
  return rows.map((row) => row.runId);
}

/** Cases that came with the import and of which anything was recorded since: they stay whole. */
async function listCasesAtWork(tx: Tx, kept: KeptImport): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select c.row_key #>> '{}' as case_id from import_changes c
    join cases k on k.school_id = c.school_id and to_jsonb(k.case_id) = c.row_key
    where c.school_id = ${tx.scope.actor.schoolId} and c.import_id = ${kept.importId} and c.table_name = 'cases'
      and (k.version > 1 or exists (
        select from events e where e.school_id = k.school_id and e.subject_id = k.case_id
          and e.import_id is distinct from ${kept.importId}))`.execute(tx);
  return rows.map((row) => row.caseId);
}

/**
 * Pupils who came with the import and of whom an event of anybody else tells. What another import did and was wholly
 * taken back of them does not count.
 */
async function listPupilsWithDeedsSince(tx: Tx, kept: KeptImport): Promise<string[]> {
  const { rows } = await sql<{ pupilId: string }>`
    select distinct e.pupil_id::text as pupil_id from events e
    join import_changes c on c.school_id = e.school_id and c.import_id = ${kept.importId}
      and c.table_name = 'pupils' and c.before is null and c.row_key = to_jsonb(e.pupil_id)
    where e.school_id = ${tx.scope.actor.schoolId} and e.import_id is distinct from ${kept.importId}
      and not exists (
        select 1 from imports i where i.school_id = e.school_id and i.import_id = e.import_id and i.state = 'undone'
          and not exists (
            select 1 from import_changes left_ where left_.school_id = e.school_id
              and left_.import_id = i.import_id and left_.undone = 'touched since'
              and left_.after ->> 'pupil_id' = e.pupil_id::text))`.execute(tx);
  return rows.map((row) => row.pupilId);
}

async function listPupilsOf(tx: Tx, kept: KeptImport): Promise<PupilId[]> {
  const { rows } = await sql<{ pupilId: string }>`
    select distinct after ->> 'pupil_id' as pupil_id from import_changes
    where school_id = ${tx.scope.actor.schoolId} and import_id = ${kept.importId}
      and after ? 'pupil_id'`.execute(tx);
  return rows.map((row) => PupilId.parse(row.pupilId));
}

async function close(tx: Tx, kept: KeptImport): Promise<Undone> {
  const { schoolId } = tx.scope.actor;
  await tx
    .updateTable('importChanges')
    .set({ undone: 'touched since' })
    .where('schoolId', '=', schoolId)
    .where('importId', '=', kept.importId)
    .where('undone', 'is', null)
    .execute();
  await tx
    .updateTable('imports')
    .set({ state: 'undone', undoneAt: tx.scope.clock.now(), version: sql`version + 1` })
    .where('schoolId', '=', schoolId)
    .where('importId', '=', kept.importId)
    .execute();
  const { rows } = await sql<{ undone: number; touchedSince: number }>`
    select count(distinct (table_name, row_key)) filter (where undone = 'undone')::int as undone,
      count(distinct (table_name, row_key)) filter (where undone = 'touched since')::int as touched_since
    from import_changes where school_id = ${schoolId} and import_id = ${kept.importId}`.execute(tx);
  return rows[0] ?? { undone: 0, touchedSince: 0 };
}
