import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { NoBackupRole } from '#src/backup/backup-role.ts';
import { listTables } from '#src/backup/catalogue.ts';
import { closingPath, format, openingPath, tally } from '#src/backup/contents.ts';
import { readBackup } from '#src/backup/read-backup.ts';
import { RestoreRefused, restoreBackup } from '#src/backup/restore-backup.ts';
import { type Key, type Lock, seal, Unreadable, unseal } from '#src/backup/seal.ts';
import { type Entry, readTar, writeTar } from '#src/backup/tar.ts';
import { BackupRefused, writeBackup } from '#src/backup/write-backup.ts';
import { jobs } from '#src/jobs.ts';
import { systemClock } from '#src/platform/clock/clock.ts';
import { urlFor } from '#src/platform/db/connect.ts';
import { migrate } from '#src/platform/db/migrate.ts';
import { appRole } from '#src/platform/db/protect.ts';
import { installJobs } from '#src/platform/jobs/boss.ts';
import { testSecret } from '../database.setup.ts';
import { fillTwoSchools } from '../two-schools.ts';
import { asOwner, ownerUrl } from '../worker-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendero-backup-'));
// A key of age needs no slow sum; the passphrase has a test of its own.
const identity = await generateX25519Identity();
const lock: Lock = { kind: 'recipients', recipients: [await identityToRecipient(identity)] };
const key: Key = { kind: 'identities', identities: [identity] };
const filesFolder = join(folder, 'files');
const whole = join(folder, 'whole.backup');

let count = 0;
const next = () => {
  count += 1;
  return count;
};
const nextPath = () => join(folder, `${next()}.backup`);
const from = (url: string, path: string) => ({
  ownerUrl: url,
  secret: testSecret,
  clock: systemClock,
  filesFolder,
  path,
  lock,
});
const into = (url: string, path = whole) => ({
  ownerUrl: url,
  secret: testSecret,
  filesFolder: join(folder, `restored-${next()}`),
  path,
  key,
  isReplacing: false,
  withoutSecret: false,
});

async function emptyDatabase(owner = 'sendero'): Promise<string> {
  const name = `backup_${process.pid}_${next()}`;
  await asOwner(`create database ${name} owner ${owner}`);
  return ownerUrl.replace(/[^/]+$/, name);
}

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Every table with its rows as JSON, asked for by another way than the backup's own. */
async function everything(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const tables = await listTables(client);
  await client.end();
  const held: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await ask<{ all: string }>(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(line, '' order by line)), '') as all
       from (select to_jsonb(t)::text collate "C" as line from ${name} t) as lines`,
    );
    held[name] = row?.all ?? '';
  }
  return held;
}

const shapes = (url: string) =>
  ask<{ text: string }>(
    url,
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as text from pg_constraint
       where connamespace in ('app'::regnamespace, 'auth'::regnamespace) and contype <> 'n'
     union all select relname || ' ' || relrowsecurity || relforcerowsecurity from pg_class where relnamespace = 'app'::regnamespace
     order by 1`,
  );

beforeAll(async () => {
  await fillTwoSchools();
  await asOwner(`insert into auth.throttle values ('somebody', 1, 1)`);
  mkdirSync(join(filesFolder, 'a', 'b'), { recursive: true });
  writeFileSync(join(filesFolder, 'a', 'b', 'letter'), Buffer.alloc(700_000, 'words '));
  writeFileSync(join(filesFolder, 'nothing'), '');
  await writeBackup(from(ownerUrl, whole));
}, 120_000);

describe('a backup', () => {
  it('comes back equal after everything was dropped: rows, rules, walls and documents', async () => {
    const due = await everything(ownerUrl);
    const url = await emptyDatabase();
    const request = into(url);
    const restored = await restoreBackup(request);
    expect(await everything(url)).toEqual(due);
    expect(await shapes(url)).toEqual(await shapes(ownerUrl));
    expect(Number(due['app.pupils']?.split(' ')[0])).toBe(80);
    expect(restored.files).toBe(2);
    for (const name of ['a/b/letter', 'nothing'])
      expect(readFileSync(join(request.filesFolder, name))).toEqual(readFileSync(join(filesFolder, name)));
    // Nothing is left to be laid, and it can be backed up in its turn.
    expect(await migrate(url, testSecret)).toEqual([]);
    await installJobs(url, testSecret, []);
    const again = nextPath();
    await writeBackup({ ...from(url, again), filesFolder: request.filesFolder });
    expect((await readBackup(again, key)).tables).toEqual((await readBackup(whole, key)).tables);
  });

  it('is readable with the passphrase, and with no other', async () => {
    const path = nextPath();
    const passphrase = 'some words of nobody';
    async function* pieces() {
      yield Buffer.from('a letter');
    }
    await seal(path, pieces(), { kind: 'passphrase', passphrase });
    const read = async (given: string) => {
      const found = [];
      for await (const piece of unseal(path, { kind: 'passphrase', passphrase: given })) found.push(piece);
      return Buffer.concat(found).toString();
    };
    expect(await read(passphrase)).toBe('a letter');
    await expect(read('other words of nobody')).rejects.toThrow('does not open this file');
    expect(readFileSync(path).includes('a letter')).toBe(false);
  });

  it('asks again for what waited in the queue', async () => {
    const [job] = jobs;
    await asOwner(`insert into jobs.job (name, data) values ($1, '{"a": 1}')`, [job?.name]);
    const path = nextPath();
    await writeBackup(from(ownerUrl, path));
    expect((await readBackup(path, key)).jobs).toContainEqual({ name: job?.name, data: { a: 1 } });
  });

  it('shows one moment, whatever is written meanwhile', async () => {
    const url = await emptyDatabase();
    await restoreBackup(into(url));
    await installJobs(url, testSecret, []);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const path = nextPath();
    const made = writeBackup({ ...from(url, path), filesFolder: join(folder, 'none') });
    let isMade = false;
    made.finally(() => (isMade = true));
    let written = 0;
    while (!isMade) {
      await client.query(
        `with trust as (insert into app.trusts (trust_id, name) values (gen_random_uuid(), 'new') returning trust_id)
         update app.schools set trust_id = trust.trust_id from trust`,
      );
      written += 1;
    }
    await client.end();
    await made;
    expect(written).toBeGreaterThan(5);
    // Schools come before trusts in the file: of two moments the school's trust would be missing, and this would refuse.
    const other = await emptyDatabase();
    await restoreBackup({ ...into(other, path) });
    const [row] = await ask<{ orphans: number }>(
      other,
      'select count(*)::int as orphans from app.schools s left join app.trusts t using (trust_id) where t.trust_id is null',
    );
    expect(row?.orphans).toBe(0);
  });

  it('is refused, in words, where no role may read past the walls, and leaves no file', async () => {
    const owner = `plain_${process.pid}`;
    await asOwner(`create role ${owner} login createrole password 'plain'`);
    for (const role of ['sendero_app', 'sendero_auth', 'sendero_jobs', 'sendero_undo'])
      await asOwner(`grant ${role} to ${owner} with admin option`);
    const url = new URL(await emptyDatabase(owner));
    [url.username, url.password] = [owner, 'plain'];
    const restored = into(url.toString());
    await restoreBackup(restored);
    await installJobs(url.toString(), testSecret, []);
    expect(await everything(await superuserOf(url))).toEqual(await everything(ownerUrl));
    const path = nextPath();
    const tried = () => writeBackup(from(url.toString(), path));
    await expect(tried()).rejects.toThrow(NoBackupRole);
    await expect(tried()).rejects.toThrow(`grant sendero_backup to ${owner}`);
    expect(existsSync(path) || existsSync(`${path}.unfinished`)).toBe(false);
    await asOwner(`grant sendero_backup to ${owner}`);
    await tried();
    expect((await readBackup(path, key)).tables).toEqual((await readBackup(whole, key)).tables);
  });

  it('is refused for a database without Sendero', async () => {
    const path = nextPath();
    await expect(writeBackup(from(await emptyDatabase(), path))).rejects.toThrow(BackupRefused);
    expect(existsSync(path)).toBe(false);
  });

  it('gives no role of the program a way past the walls', async () => {
    const [row] = await asOwner<{ ways: number }>(
      `select count(*)::int as ways from pg_roles r where r.rolname in ('sendero_app', 'sendero_auth', 'sendero_jobs', 'sendero_undo')
         and (pg_has_role(r.oid, 'sendero_backup', 'MEMBER') or r.rolbypassrls or r.rolsuper)`,
    );
    expect(row?.ways).toBe(0);
    const [role] = await asOwner(
      `select rolcanlogin, (select count(*)::int from information_schema.role_table_grants
         where grantee = 'sendero_backup' and privilege_type <> 'SELECT') as writes from pg_roles where rolname = 'sendero_backup'`,
    );
    expect(role).toEqual({ rolcanlogin: false, writes: 0 });
  });
});

const superuserOf = async (url: URL) => ownerUrl.replace(/[^/]+$/, url.pathname.slice(1));

describe('a restore refuses, and changes nothing', () => {
  const refused = async (request: Parameters<typeof restoreBackup>[0]) => {
    const before = await everything(request.ownerUrl);
    const words = await restoreBackup(request).then(
      () => 'it was restored',
      (error: unknown) => {
        if (error instanceof RestoreRefused || error instanceof Unreadable) return error.message;
        throw error;
      },
    );
    expect(await everything(request.ownerUrl)).toEqual(before);
    expect(existsSync(request.filesFolder)).toBe(false);
    return words;
  };
  /** The backup with some of its entries changed, sealed again as only who has the key could. */
  async function changed(change: (entry: Entry) => Entry | null): Promise<string> {
    const path = nextPath();
    async function* entries() {
      for await (const entry of readTar(unseal(whole, key))) {
        const other = change(entry);
        if (other !== null) yield other;
      }
    }
    await seal(path, writeTar(entries()), lock);
    return path;
  }
  const saying = (path: string, what: (said: Record<string, unknown>) => Record<string, unknown>) =>
    changed((entry) =>
      entry.path === path
        ? {
            ...entry,
            bytes: Buffer.from(JSON.stringify(what(JSON.parse(Buffer.from(entry.bytes).toString())))),
          }
        : entry,
    );
  const cut = (bytes: Buffer) => {
    const path = nextPath();
    writeFileSync(path, bytes);
    return path;
  };
  const flipped = () => {
    const bytes = readFileSync(whole);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    return cut(bytes);
  };

  it.each([
    ['cut short', () => cut(readFileSync(whole).subarray(0, 90_000)), 'cut short'],
    ['cut by its last byte', () => cut(readFileSync(whole).subarray(0, -1)), 'cut short'],
    ['damaged by one bit', flipped, 'damaged'],
    ['empty', () => cut(Buffer.alloc(0)), 'another file'],
    ['another file', () => cut(Buffer.from('a letter to the family')), 'another file'],
    [
      'of a newer format',
      () => saying(openingPath, (said) => ({ ...said, format: format + 1 })),
      'newer Sendero',
    ],
    [
      'of a newer schema',
      () => saying(openingPath, (said) => ({ ...said, migrations: ['29991231_0000_later.sql'] })),
      'newer Sendero',
    ],
    [
      'of another line of the schema',
      () =>
        saying(openingPath, (said) => ({
          ...said,
          migrations: Array.isArray(said.migrations) ? said.migrations.slice(1) : [],
        })),
      'another line',
    ],
    [
      'without its list of contents',
      () => changed((entry) => (entry.path === closingPath ? null : entry)),
      'not whole',
    ],
    [
      'without a table',
      () => changed((entry) => (entry.path.startsWith('tables/app.needs/') ? null : entry)),
      'app.needs',
    ],
    [
      'with a path that leads out of the folder',
      () =>
        changed((entry) =>
          entry.path.startsWith('files/a') ? { ...entry, path: 'files/../../a/1' } : entry,
        ),
      'does not belong',
    ],
  ])('a backup %s', async (_, make, words) => {
    expect(await refused(into(await emptyDatabase(), await make()))).toContain(words);
  });

  it('a row less, though the backup says so itself: a pupil that others point to', async () => {
    const url = await emptyDatabase();
    let sum = { rows: 0, sha256: '' };
    const less = await changed((entry) => {
      if (!entry.path.startsWith('tables/app.pupils/')) return entry;
      const bytes = entry.bytes.subarray(entry.bytes.indexOf(10) + 1);
      const counted = tally();
      counted.add(bytes);
      sum = counted.end();
      return { ...entry, bytes };
    });
    const told = nextPath();
    async function* entries() {
      for await (const entry of readTar(unseal(less, key))) {
        if (entry.path !== closingPath) yield entry;
        else {
          const said = await readBackup(whole, key);
          const tables = said.tables.map((one) => (one.name === 'app.pupils' ? { ...one, ...sum } : one));
          yield { ...entry, bytes: Buffer.from(JSON.stringify({ tables, files: said.files, jobs: [] })) };
        }
      }
    }
    await seal(told, writeTar(entries()), lock);
    await expect(restoreBackup(into(url, told))).rejects.toThrow(/foreign key/);
    expect(await everything(url)).toEqual({});
  });

  it('another key, and another secret', async () => {
    const url = await emptyDatabase();
    const other: Key = { kind: 'identities', identities: [await generateX25519Identity()] };
    expect(await refused({ ...into(url), key: other })).toContain('does not open');
    const secret = 'another secret, as long as it has to be to be one';
    expect(await refused({ ...into(url), secret })).toContain('another SENDERO_SECRET');
  });

  it('a database at work, and one that is not empty, until told to replace it', async () => {
    const atWork = new pg.Client({ connectionString: urlFor(appRole, ownerUrl, testSecret) });
    await atWork.connect();
    expect(await refused({ ...into(ownerUrl), isReplacing: true })).toContain('at work');
    await atWork.end();
    const url = await emptyDatabase();
    await migrate(url, testSecret);
    await ask(url, `insert into app.trusts (trust_id, name) values (gen_random_uuid(), 'Another')`);
    expect(await refused(into(url))).toContain('app.trusts holds rows');
    await restoreBackup({ ...into(url), isReplacing: true });
    expect(await everything(url)).toEqual(await everything(ownerUrl));
  });
});
