import { sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { retentionRole } from '#src/platform/db/retention-wall.ts';
import { seeingAll, type Tx } from '#src/platform/db/scope.ts';
import { privacyEvents } from '../domain/privacy.events.ts';
import { type NotToGo, whyNotToGo } from '../domain/retention.ts';
import { listPupilTablesInTurn } from '../queries/list-pupil-tables.ts';
import type { Counts, Removal } from '../queries/list-removals.ts';
import { findLeaver, getRetentionYears } from '../queries/list-retention.ts';

const record = recorder(privacyEvents);

/**
 * Removes everything that is held of a pupil, from every table that names the pupil, and leaves the removal itself:
 * an id, counts, who, when and why. Looked at again in the moment of the deed: a pupil who came back on roll, or whose
 * records were held meanwhile, stays. Works as the one role that may, which sees this pupil and nothing else.
 */
export async function removePupil(
  tx: Tx,
  removal: Removal,
  version: number,
): Promise<Result<Counts, NotToGo | 'stale'>> {
  const { actor, clock, today } = tx.scope;
  const { pupilId, removalId } = removal;
  await lockPupil(tx, pupilId);
  const leaver = await findLeaver(tx, pupilId);
  if (leaver === null || removal.version !== version || removal.state !== 'asked') return refused('stale');
  const reason = whyNotToGo(leaver, await getRetentionYears(tx), today);
  if (reason !== null) return refused(reason);
  const counts = await seeingAll(tx, () => removeAll(tx, pupilId));
  const { numUpdatedRows } = await tx
    .updateTable('retentionRemovals')
    .set({
      state: 'done',
      removedAt: clock.now(),
      removedBy: actor.personId,
      counts: JSON.stringify(counts),
      version: sql`version + 1`,
    })
    .where('schoolId', '=', actor.schoolId)
    .where('removalId', '=', removalId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('A removal was carried out twice at once');
  const changes = Object.fromEntries(
    Object.entries(counts).map(([table, count]) => [table, { before: count, after: 0 }]),
  );
  const { why } = removal;
  await record(tx, { type: 'PupilRemoved', audience: 'leaders', subjectId: removalId, why, changes });
  return done(counts);
}

/** Whoever enrols, holds or removes the same pupil at this moment waits, and then finds what was done. */
const lockPupil = (tx: Tx, pupilId: PupilId) =>
  sql`select 1 from pupils where school_id = ${tx.scope.actor.schoolId} and pupil_id = ${pupilId} for update`.execute(
    tx,
  );

async function removeAll(tx: Tx, pupilId: PupilId): Promise<Counts> {
  const tables = await listPupilTablesInTurn(tx);
  const carerIds = await partWithCarers(tx, pupilId);
  const importRows = await forgetImportRows(tx, pupilId);
  await partWithLists(tx, pupilId);
  await sql.raw(`set local app.erasing = '${pupilId}'; set local role ${retentionRole}`).execute(tx);
  const counts: Record<string, number> = { import_rows: importRows };
  for (const table of [
    'import_changes',
    ...tables,
    'carers',
    'invitations',
    'bulk_changes',
    'plan_packs',
    'plan_starts',
    'views',
  ])
    counts[table] = await removeFrom(tx, table, { pupilId, carerIds });
  await sql.raw(`reset role; set local app.erasing = ''`).execute(tx);
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

type Going = { readonly pupilId: PupilId; readonly carerIds: readonly string[] };

async function removeFrom(tx: Tx, table: string, going: Going): Promise<number> {
  const { schoolId } = tx.scope.actor;
  const { pupilId, carerIds } = going;
  const carers = sql`${[...carerIds]}::uuid[]`;
  if (table === 'carers')
    return count(sql`delete from carers where school_id = ${schoolId} and carer_id = any(${carers})`, tx);
  if (['invitations', 'bulk_changes', 'plan_packs', 'plan_starts'].includes(table))
    return count(
      sql`delete from ${sql.table(`app.${table}`)} where school_id = ${schoolId} and pupil_ids @> array[${pupilId}::uuid]`,
      tx,
    );
  if (table === 'import_changes')
    return count(
      sql`delete from import_changes where school_id = ${schoolId} and (
        after ->> 'pupil_id' = ${pupilId} or before ->> 'pupil_id' = ${pupilId}
        or table_name = 'carers' and row_key #>> '{}' = any(${[...carerIds]}::text[]))`,
      tx,
    );
  if (table === 'views') {
    const changed = await count(
      sql`update views set pupil_ids = array_remove(pupil_ids, ${pupilId}::uuid)
        where school_id = ${schoolId} and pupil_ids @> array[${pupilId}::uuid]`,
      tx,
    );
    await sql`delete from views where school_id = ${schoolId} and pupil_ids = '{}'`.execute(tx);
    return changed;
  }
  return count(
    sql`delete from ${sql.table(`app.${table}`)} where school_id = ${schoolId} and pupil_id = ${pupilId}`,
    tx,
  );
}

const count = async (statement: ReturnType<typeof sql>, tx: Tx): Promise<number> =>
  Number((await statement.execute(tx)).numAffectedRows ?? 0n);

/** Carers of this pupil alone go too: their ids. Carers of others as well stay, and no longer name this pupil. */
async function partWithCarers(tx: Tx, pupilId: PupilId): Promise<readonly string[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<{ carerId: string; isShared: boolean }>`
    select c.carer_id, c.pupil_ids <> array[${pupilId}::uuid]
      or exists (select from pupil_carers o where o.school_id = c.school_id and o.carer_id = c.carer_id
        and o.pupil_id <> ${pupilId})
      or exists (select from pupil_alerts a where a.school_id = c.school_id and a.carer_id = c.carer_id
        and a.pupil_id <> ${pupilId}) as is_shared
    from carers c
    where c.school_id = ${schoolId} and (c.pupil_ids @> array[${pupilId}::uuid] or exists (
      select from pupil_carers o where o.school_id = c.school_id and o.carer_id = c.carer_id
        and o.pupil_id = ${pupilId}))`.execute(tx);
  const shared = rows.filter(({ isShared }) => isShared).map(({ carerId }) => carerId);
  await sql`update carers set pupil_ids = array_remove(pupil_ids, ${pupilId}::uuid), version = version + 1
    where school_id = ${schoolId} and carer_id = any(${shared}::uuid[])`.execute(tx);
  return rows.filter(({ isShared }) => !isShared).map(({ carerId }) => carerId);
}

/** Lists that name other pupils too stay, and no longer name this one: invitations, and files that wait to be filed. */
async function partWithLists(tx: Tx, pupilId: PupilId): Promise<void> {
  const { schoolId } = tx.scope.actor;
  await sql`update invitations set pupil_ids = array_remove(pupil_ids, ${pupilId}::uuid), version = version + 1
    where school_id = ${schoolId} and pupil_ids @> array[${pupilId}::uuid] and cardinality(pupil_ids) > 1`.execute(
    tx,
  );
  await sql`update document_files set proposals = (
      select coalesce(jsonb_agg(p), '[]') from jsonb_array_elements(proposals) p where strpos(p::text, ${pupilId}) = 0)
    where school_id = ${schoolId} and state = 'waiting' and strpos(proposals::text, ${pupilId}) > 0`.execute(
    tx,
  );
}

/** What files still waiting said of the pupil: by the match that was made, or by a number of the pupil's own. */
async function forgetImportRows(tx: Tx, pupilId: PupilId): Promise<number> {
  const { schoolId } = tx.scope.actor;
  return count(
    sql`delete from import_rows r where r.school_id = ${schoolId} and (r.match_id = ${pupilId} or exists (
      select from pupil_identifiers i where i.school_id = ${schoolId} and i.pupil_id = ${pupilId}
        and length(i.value) >= 10 and strpos(r.content::text, i.value) > 0))`,
    tx,
  );
}
