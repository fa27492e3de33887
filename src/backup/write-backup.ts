import { createHash, createHmac } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Clock } from '#src/platform/clock/clock.ts';
import { backupRole, readyBackupRole } from './backup-role.ts';
import { findMigrations, keptSchemas, listTables, plainValues, readOut, type Table } from './catalogue.ts';
import {
  type Closing,
  closingPath,
  type FileSum,
  findDifference,
  format,
  type Opening,
  openingPath,
  QueuedJob,
  type Sum,
  tally,
} from './contents.ts';
import { copyOut } from './copy-rows.ts';
import { readBackup } from './read-backup.ts';
import { type Lock, seal } from './seal.ts';
import { type Entry, writeTar } from './tar.ts';

/** What a backup is asked of and written to. */
export type BackupRequest = {
  readonly ownerUrl: string;
  readonly secret: string;
  readonly clock: Clock;
  /** The folder of stored documents; it need not be there. */
  readonly filesFolder: string;
  readonly path: string;
  readonly lock: Lock;
};

export type BackupMade = {
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly madeAt: string;
};

/** A backup that cannot be made, and why, in plain words. Nothing is left behind. */
export class BackupRefused extends Error {}

/** Tells one secret from another without telling it. */
export const markOf = (secret: string): string =>
  createHmac('sha256', secret).update('backup of this secret').digest('hex').slice(0, 16);

/**
 * Writes everything that Sendero holds, as it stood at one moment, to an encrypted file; then reads that file again and
 * compares each table and each document with what was read from the database. Work goes on meanwhile.
 */
export async function writeBackup(request: BackupRequest): Promise<BackupMade> {
  const client = new pg.Client({ connectionString: request.ownerUrl });
  const unfinished = `${request.path}.unfinished`;
  await client.connect();
  try {
    const migrations = await findMigrations(client);
    if (migrations === null)
      throw new BackupRefused('The database holds no Sendero: there is nothing to back up.');
    await readyBackupRole(client, { ...request, schemas: keptSchemas });
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`${plainValues}; set local row_security = off; set local role ${backupRole}`);
    const opening = await describe(client, request, migrations);
    const closing: Closing = { tables: [], files: [], jobs: await listQueuedJobs(client) };
    await rm(unfinished, { force: true });
    const key = await seal(
      unfinished,
      writeTar(entries(client, { request, opening, closing })),
      request.lock,
    );
    await compareCounts(client, closing.tables);
    await client.query('commit');
    const readBack = await readBackup(unfinished, key);
    const difference = findDifference(closing.tables, readBack.tables);
    if (difference !== null)
      throw new BackupRefused(`The file does not hold what was written to it: ${difference}.`);
    const { size } = await stat(unfinished);
    await rename(unfinished, request.path);
    return {
      bytes: size,
      tables: closing.tables.length,
      rows: closing.tables.reduce((sum, { rows }) => sum + rows, 0),
      files: closing.files.length,
      madeAt: opening.madeAt,
    };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function describe(
  client: pg.Client,
  { secret, clock }: BackupRequest,
  migrations: string[],
): Promise<Opening> {
  const { rows } = await client.query<{ version: string }>(
    `select current_setting('server_version') as version`,
  );
  return {
    sendero: 'backup',
    format,
    madeAt: clock.now().toISOString(),
    postgres: rows[0]?.version ?? '',
    migrations,
    secretMark: markOf(secret),
    tables: (await listTables(client)).map((table) => ({ ...table, columns: [...table.columns] })),
  };
}

/** What waits in the queue or was at work: after a restore it is asked for again, as each job may run twice. */
async function listQueuedJobs(client: pg.Client): Promise<QueuedJob[]> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('jobs.job') is not null as there`,
  );
  if (!there[0]?.there) return [];
  const { rows } = await client.query(
    `select name, data from jobs.job where state::text in ('created', 'retry', 'active') and name not like '\\_\\_%'
     order by created_on, id`,
  );
  return rows.map((row) => QueuedJob.parse(row));
}

type Writing = { readonly request: BackupRequest; readonly opening: Opening; readonly closing: Closing };

async function* entries(client: pg.Client, { request, opening, closing }: Writing): AsyncGenerator<Entry> {
  yield jsonEntry(openingPath, opening);
  for (const table of opening.tables) yield* tableEntries(client, table, closing.tables);
  yield* fileEntries(request.filesFolder, closing.files);
  yield jsonEntry(closingPath, closing);
}

const jsonEntry = (path: string, value: unknown): Entry => ({
  path,
  bytes: new TextEncoder().encode(JSON.stringify(value)),
});

const pieceBytes = 256 * 1024;

/** `tables/app.pupils/000001`, …: pieces of a table's text, each ending with a whole row. */
async function* tableEntries(client: pg.Client, table: Table, sums: Sum[]): AsyncGenerator<Entry> {
  const counted = tally();
  for await (const entry of inPieces(`tables/${table.name}`, copyOut(client, readOut(table)))) {
    counted.add(entry.bytes);
    yield entry;
  }
  sums.push({ name: table.name, ...counted.end() });
}

/** `files/<path>/000001`, …: pieces of each stored document, as it lies on the disk. */
async function* fileEntries(folder: string, sums: FileSum[]): AsyncGenerator<Entry> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error) => {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return [];
    throw error;
  });
  const paths = found
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  for (const path of paths) {
    const sum = createHash('sha256');
    let size = 0;
    for await (const entry of inPieces(`files/${path}`, createReadStream(join(folder, path)))) {
      sum.update(entry.bytes);
      size += entry.bytes.length;
      yield entry;
    }
    sums.push({ path, bytes: size, sha256: sum.digest('hex') });
  }
}

async function* inPieces(name: string, source: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  let number = 0;
  const piece = (): Entry => {
    number += 1;
    const entry = { path: `${name}/${String(number).padStart(6, '0')}`, bytes: Buffer.concat(held) };
    held = [];
    bytes = 0;
    return entry;
  };
  for await (const part of source) {
    held.push(part);
    bytes += part.length;
    if (bytes >= pieceBytes) yield piece();
  }
  if (bytes > 0 || number === 0) yield piece();
}

/** Asks for the counts once more in another way: a copy that a wall made smaller must not pass for a whole one. */
async function compareCounts(client: pg.Client, sums: readonly Sum[]): Promise<void> {
  for (const { name, rows } of sums) {
    const { rows: counted } = await client.query<{ count: string }>(`select count(*) as count from ${name}`);
    if (Number(counted[0]?.count) !== rows)
      throw new BackupRefused(
        `${name} has ${counted[0]?.count} rows, and ${rows} were read. Nothing was kept.`,
      );
  }
}
