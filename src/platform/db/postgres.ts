import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';
import { findPrograms, findRunner, mayEnter, type Runner, run, sharedPlace } from './postgres-programs.ts';

/** A PostgreSQL server that we may use: `url` is its owner's. `stop` ends it only if `isOurs`. */
export type Server = { readonly url: string; readonly isOurs: boolean; readonly stop: () => void };

const Kept = z.object({ port: z.number().int(), password: z.string(), cluster: z.string() });
type Kept = z.output<typeof Kept>;

const urlOf = ({ port, password }: Kept) => `postgres://sendero:${password}@127.0.0.1:${port}/sendero`;

/**
 * Finds the server of this data folder running, or starts it (the first time makes it).
 * A server left behind by a program that was killed is taken over as it is: it lost nothing.
 */
export async function startPostgres(dataFolder: string): Promise<Server> {
  const file = join(dataFolder, 'postgres.json');
  const kept = existsSync(file) ? Kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  const isServed = anotherServes(dataFolder);
  const runner = findRunner();
  const programs = findPrograms(runner);
  const stop = (cluster: string) => () => {
    run(join(programs, 'bin/pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w'], runner);
  };
  if (kept && (await answers(kept))) {
    return { url: urlOf(kept), isOurs: !isServed, stop: stop(kept.cluster) };
  }
  const cluster = kept?.cluster ?? clusterFolder(dataFolder, runner);
  const password = kept?.password ?? randomBytes(24).toString('hex');
  if (!existsSync(join(cluster, 'PG_VERSION'))) makeCluster({ cluster, password, programs, runner });
  const started: Kept = { port: await freePort(), password, cluster };
  await launch(started, programs, runner);
  writeFileSync(file, JSON.stringify(started), { mode: 0o600 });
  await makeDatabase(started);
  return { url: urlOf(started), isOurs: true, stop: stop(cluster) };
}

const watchMilliseconds = 1000;

/**
 * Starts our server again, on its own port, whenever it has died: nobody has to be called for it. What was acknowledged
 * is on its disk. Gives back how to stop watching.
 */
export function watchPostgres(dataFolder: string, told: (words: string) => void): () => void {
  const kept = Kept.parse(JSON.parse(readFileSync(join(dataFolder, 'postgres.json'), 'utf8')));
  const runner = findRunner();
  const programs = findPrograms(runner);
  let isStarting = false;
  const look = async () => {
    if (isStarting || isAlive(postmasterOf(kept.cluster))) return;
    isStarting = true;
    told('the database died and is started again');
    try {
      await launch(kept, programs, runner);
    } catch {
      // The next look tries once more; meanwhile /health says that the database does not answer.
      told('the database did not start');
    } finally {
      isStarting = false;
    }
  };
  const watch = setInterval(() => void look(), watchMilliseconds);
  return () => clearInterval(watch);
}

function postmasterOf(cluster: string): number | null {
  try {
    return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

function isAlive(pid: number | null): boolean {
  try {
    return pid !== null && process.kill(pid, 0);
  } catch (error) {
    // The process of another user may not be asked, but it is there.
    return Reflect.get(Object(error), 'code') === 'EPERM';
  }
}

/** Says in the data folder that this process serves; another process then leaves the server running. */
export function holdData(dataFolder: string): void {
  writeFileSync(join(dataFolder, 'sendero.pid'), String(process.pid));
}

/** The process that serves this data folder now, or null. */
export function anotherServes(dataFolder: string): boolean {
  const file = join(dataFolder, 'sendero.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8'));
  return pid !== process.pid && isAlive(pid);
}

function clusterFolder(dataFolder: string, runner: Runner): string {
  const inside = join(dataFolder, 'postgres');
  mkdirSync(inside, { recursive: true, mode: 0o700 });
  if (runner.uid === undefined || runner.gid === undefined) return inside;
  chownSync(inside, runner.uid, runner.gid);
  if (mayEnter(inside, runner)) return inside;
  const place = sharedPlace(createHash('sha256').update(dataFolder).digest('hex').slice(0, 16));
  mkdirSync(place, { recursive: true, mode: 0o700 });
  chmodSync(sharedPlace('.'), 0o755);
  chownSync(place, runner.uid, runner.gid);
  writeFileSync(join(dataFolder, 'postgres.moved'), `${place}\n`);
  return place;
}

function makeCluster(given: { cluster: string; password: string; programs: string; runner: Runner }): void {
  const folder = mkdtempSync(join(tmpdir(), 'sendero-'));
  const file = join(folder, 'password');
  writeFileSync(file, given.password, { mode: 0o600 });
  if (given.runner.uid !== undefined && given.runner.gid !== undefined) {
    chownSync(folder, given.runner.uid, given.runner.gid);
    chownSync(file, given.runner.uid, given.runner.gid);
  }
  const options = [
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--encoding=UTF8',
    '--data-checksums',
  ];
  const access = ['-A', 'scram-sha-256', '-U', 'sendero', `--pwfile=${file}`];
  try {
    run(join(given.programs, 'bin/initdb'), ['-D', given.cluster, ...options, ...access], given.runner);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long the processes of a server that was killed may take to end: until then no other may start. */
const patienceMilliseconds = 30_000;

async function launch(kept: Kept, programs: string, runner: Runner): Promise<void> {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'jit=off',
    'max_connections=300',
  ];
  const options = [`-p ${kept.port}`, ...settings.map((setting) => `-c ${setting}`)].join(' ');
  const log = join(kept.cluster, 'server.log');
  const from = performance.now();
  while (true) {
    try {
      run(
        join(programs, 'bin/pg_ctl'),
        ['start', '-D', kept.cluster, '-w', '-l', log, '-o', options],
        runner,
      );
      return;
    } catch (error) {
      const isHeld = /still in use|is another postmaster|still running/i.test(endOf(log));
      if (!isHeld || performance.now() - from > patienceMilliseconds) throw error;
      await new Promise((later) => setTimeout(later, 300));
    }
  }
}

const endOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').slice(-1000);
  } catch {
    return '';
  }
};

async function answers(kept: Kept): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(kept), connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    return rows[0]?.folder === kept.cluster;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeDatabase(kept: Kept): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(kept).replace(/sendero$/, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query("select 1 from pg_database where datname = 'sendero'");
    if (rowCount === 0) await client.query('create database sendero');
  } finally {
    await client.end();
  }
}

/** A port of this machine that nobody listens on. */
export const freePort = () =>
  new Promise<number>((found, failed) => {
    const listener = createServer().once('error', failed);
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      listener.close(() =>
        address !== null && typeof address === 'object' ? found(address.port) : failed(new Error('port')),
      );
    });
  });
