import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { authRole, jobsRole } from '#src/platform/db/connect.ts';
import { layMigrations, makeRoles, migrationNames } from '#src/platform/db/migrate.ts';
import { appRole } from '#src/platform/db/protect.ts';
import { findMigrations, keptSchemas, listTables, plainValues, readIn, readOut } from './catalogue.ts';
import { findDifference, type Opening, type QueuedJob, type Sum, tally } from './contents.ts';
import { copyIn, copyOut } from './copy-rows.ts';
import { type Contents, type Piece, readBackup, walkBackup } from './read-backup.ts';
import type { Key } from './seal.ts';
import { markOf } from './write-backup.ts';

export type RestoreRequest = {
  readonly ownerUrl: string;
  readonly secret: string;
  readonly filesFolder: string;
  readonly path: string;
  readonly key: Key;
  /** Takes the place of what is there. */
  readonly isReplacing: boolean;
  /** Goes on although the secret is another one. */
  readonly withoutSecret: boolean;
};

export type Restored = {
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** To be asked for again, once the schema is the newest. */
  readonly jobs: readonly QueuedJob[];
};

/** A backup that is not taken back, and why, in plain words. Nothing was changed. */
export class RestoreRefused extends Error {}

/**
 * Puts a backup in the place of an empty database, or with `isReplacing` of any: the schema as it was, each row, each
 * document; then reads every table again and compares it with the backup. All of it is one transaction: it is there whole
 * or what was before stands. Throws `RestoreRefused` or `Unreadable` with the reason.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const contents = await readBackup(request.path, request.key);
  refuseOther(contents.opening, request);
  const client = new pg.Client({ connectionString: request.ownerUrl });
  const beside = `${request.filesFolder}.restoring-${randomUUID().slice(0, 8)}`;
  await client.connect();
  try {
    await makeRoles(request.ownerUrl, request.secret);
    await client.query('begin');
    await client.query(`set local lock_timeout = '10s'`);
    await refuseUsed(client, request);
    await clear(client);
    await layMigrations(client, contents.opening.migrations);
    await client.query(plainValues);
    await load(client, contents, { ...request, filesFolder: beside });
    const putBack = await swap(request.filesFolder, beside);
    await client.query('commit').catch(async (error) => {
      await putBack();
      throw error;
    });
    await rm(`${request.filesFolder}.replaced`, { recursive: true, force: true });
  } finally {
    await client.end();
    await rm(beside, { recursive: true, force: true });
  }
  const { tables, files, jobs, opening } = contents;
  return {
    madeAt: opening.madeAt,
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    files: files.length,
    jobs,
  };
}

function refuseOther(opening: Opening, { secret, withoutSecret }: RestoreRequest): void {
  const known = migrationNames();
  const newer = opening.migrations.filter((name) => !known.includes(name));
  if (newer.length > 0)
    throw new RestoreRefused(
      'This backup was made by a newer Sendero. Update this one first. Nothing was changed.',
    );
  if (opening.migrations.some((name, at) => known[at] !== name))
    throw new RestoreRefused(
      'This backup was made by a Sendero of another line: its schema is no earlier state of this one. Nothing was changed.',
    );
  if (opening.secretMark !== markOf(secret) && !withoutSecret)
    throw new RestoreRefused(
      'This backup was made with another SENDERO_SECRET. Give that one, as stored documents and second factors cannot be read without it; or add --without-secret to restore the rest. Nothing was changed.',
    );
}

/** A program at work would write into what is being replaced; an empty place needs nobody's word. */
async function refuseUsed(client: pg.Client, request: RestoreRequest): Promise<void> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and usename = any ($1)`,
    [[appRole, authRole, jobsRole]],
  );
  if ((rows[0]?.count ?? 0) > 0)
    throw new RestoreRefused('Sendero is at work on this database. Stop it first. Nothing was changed.');
  if (request.isReplacing) return;
  if ((await readdir(request.filesFolder).catch(() => [])).length > 0)
    throw new RestoreRefused(
      `The folder ${request.filesFolder} holds documents. Add --replace to put those of the backup in their place. Nothing was changed.`,
    );
  if ((await findMigrations(client)) === null) return;
  for (const { name } of await listTables(client)) {
    // What a mere start leaves there is nobody's record.
    if (name.startsWith('migration.') || name === 'auth.throttle') continue;
    if (name.startsWith('app.')) await client.query(`alter table ${name} no force row level security`);
    const { rows: some } = await client.query(`select 1 from ${name} limit 1`);
    if (some.length > 0)
      throw new RestoreRefused(
        `The database is not empty: ${name} holds rows. Add --replace to put the backup in its place. Nothing was changed.`,
      );
  }
}

async function clear(client: pg.Client): Promise<void> {
  for (const schema of [...keptSchemas, 'jobs'])
    await client.query(`drop schema if exists ${schema} cascade`);
}

type Foreign = { readonly name: string; readonly table: string; readonly text: string };

/** Loads every table without its foreign keys and behind no wall, then puts both back and compares. */
async function load(
  client: pg.Client,
  { opening, tables: due }: Contents,
  request: RestoreRequest,
): Promise<void> {
  const tables = await listTables(client);
  const missing = opening.tables.find(({ name }) => !tables.some((table) => table.name === name));
  if (missing !== undefined)
    throw new RestoreRefused(`There is no table ${missing.name} in the schema of that time.`);
  const { rows: foreign } = await client.query<Foreign>(
    `select quote_ident(conname) as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as text
     from pg_constraint where contype = 'f' and connamespace = any ($1::regnamespace[])`,
    [keptSchemas],
  );
  for (const { name, table } of foreign) await client.query(`alter table ${table} drop constraint ${name}`);
  const walled = tables.filter(({ name }) => name.startsWith('app.'));
  // Forced walls would refuse the owner's own COPY. Nobody sees this before the commit.
  for (const { name } of walled) await client.query(`alter table ${name} no force row level security`);
  for (const { name } of tables) await client.query(`truncate ${name}`);
  await fill(client, opening, request);
  const found: Sum[] = [];
  for (const table of opening.tables) {
    const counted = tally();
    for await (const piece of copyOut(client, readOut(table))) counted.add(piece);
    found.push({ name: table.name, ...counted.end() });
  }
  const difference = findDifference(due, found);
  if (difference !== null)
    throw new RestoreRefused(
      `The database does not hold what the backup holds: ${difference}. Nothing was changed.`,
    );
  for (const { name, table, text } of foreign)
    await client.query(`alter table ${table} add constraint ${name} ${text}`);
  for (const { name } of walled) await client.query(`alter table ${name} force row level security`);
}

async function fill(
  client: pg.Client,
  opening: Opening,
  { path, key, filesFolder }: RestoreRequest,
): Promise<void> {
  const walk = walkBackup(path, key);
  let step = await walk.next();
  while (!step.done) {
    const { kind, name } = step.value;
    if (kind === 'files') {
      await keepPiece(filesFolder, step.value);
      step = await walk.next();
      continue;
    }
    const table = opening.tables.find((one) => one.name === name);
    if (table === undefined) throw new RestoreRefused(`${name} is in the backup and not in its list.`);
    const first = step.value;
    await copyIn(
      client,
      readIn(table),
      (async function* () {
        yield first.bytes;
        step = await walk.next();
        while (!step.done && step.value.kind === 'tables' && step.value.name === name) {
          yield step.value.bytes;
          step = await walk.next();
        }
      })(),
    );
  }
}

async function keepPiece(folder: string, { name, bytes }: Piece): Promise<void> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  if (existsSync(file)) await appendFile(file, bytes);
  else await writeFile(file, bytes, { mode: 0o600 });
}

/** Puts the documents of the backup in the place of those that were there. Gives back how to undo it. */
async function swap(folder: string, beside: string): Promise<() => Promise<void>> {
  const replaced = `${folder}.replaced`;
  const [wasThere, isThere] = [existsSync(folder), existsSync(beside)];
  await rm(replaced, { recursive: true, force: true });
  if (wasThere) await rename(folder, replaced);
  if (isThere) await rename(beside, folder);
  return async () => {
    if (isThere) await rm(folder, { recursive: true, force: true });
    if (wasThere) await rename(replaced, folder);
  };
}
