import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { demoPassword } from '#src/cli/demo.command.ts';
import { freePort } from '#src/platform/db/postgres.ts';
import { projectRoot } from '#src/platform/project-root.ts';

const cli = join(projectRoot, 'dist', 'server', 'cli.js');
const patienceMilliseconds = 60_000;

/** What can be killed: a web process, the first process, the database's first process, one of its others, or all at once. */
export const targets = ['web', 'first', 'postmaster', 'backend', 'everything'] as const;
export type Target = (typeof targets)[number];

/** The built program in a folder of its own, with a small school, to be killed and started again. */
export type Victim = {
  readonly url: string;
  readonly pupilIds: readonly string[];
  readonly ask: <T extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<T[]>;
  /** Ends the target at once, as the system does when memory runs out; how many processes that were. */
  readonly kill: (target: Target) => number;
  /** Starts the program again if it is gone, as a service manager does, and waits until it answers; milliseconds. */
  readonly recover: () => Promise<number>;
  readonly signIn: () => Promise<string>;
  readonly close: () => Promise<void>;
};

export async function openVictim(): Promise<Victim> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'sendero-kills-'));
  await chmod(folder, 0o711);
  const url = `http://127.0.0.1:${port}`;
  const environment = {
    ...process.env,
    SENDERO_DATA: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    SENDERO_PROCESSES: '2',
    DATABASE_URL: undefined,
    SENDERO_URL: undefined,
    LOG_LEVEL: 'error',
    VITEST: undefined,
  };
  const loaded = execFileSync(process.execPath, [cli, 'demo', '--schools', '1', '--pupils', '60', '--json'], {
    env: environment,
    encoding: 'utf8',
  });
  const email = String(
    JSON.parse(loaded).signIns.find((line: readonly string[]) => line[1]?.startsWith('senco,'))[0],
  );
  let program = start(folder, environment);
  const ask = <T extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
    askOwner<T>(folder, text, values);
  const recover = async () => {
    const from = performance.now();
    while (!(await answers(url))) {
      if (hasEnded(program)) program = start(folder, environment);
      if (performance.now() - from > patienceMilliseconds)
        throw new Error(`Sendero did not come back by itself: ${saidOf(folder)}`);
      await pause(50);
    }
    return performance.now() - from;
  };
  await recover();
  const pupils = await ask<{ id: string }>('select pupil_id as id from app.pupils order by 1 limit 20');
  return {
    url,
    pupilIds: pupils.map(({ id }) => id),
    ask,
    recover,
    kill: (target) => {
      const killed = killAll(pidsOf(target, { program, folder }));
      // Its end is known a moment later; a web process of the dead one may answer meanwhile, and must not be believed.
      if (target === 'first' || target === 'everything') program = start(folder, environment);
      return killed;
    },
    signIn: () => signIn(url, email),
    close: async () => {
      const gone = hasEnded(program) ? Promise.resolve() : once(program, 'exit');
      program.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const pause = (milliseconds: number) => new Promise((later) => setTimeout(later, milliseconds));

function start(folder: string, environment: NodeJS.ProcessEnv): ChildProcess {
  const log = openSync(join(folder, 'said.log'), 'a');
  const program = spawn(process.execPath, [cli, 'serve'], { env: environment, stdio: ['ignore', log, log] });
  closeSync(log);
  return program;
}

/** The last that the program said of itself. */
const saidOf = (folder: string): string => readFileSync(join(folder, 'said.log'), 'utf8').slice(-2000);

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** Asks by a connection of its own: one that was kept may lead to a process that is about to end. */
const answers = (url: string) =>
  new Promise<boolean>((told) => {
    const asked = get(`${url}/health`, { agent: false, timeout: 2000 }, (answer) => {
      answer.resume();
      told(answer.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => told(false));
  });

async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ email, password: demoPassword }),
  });
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((kept) => kept.split(';')[0])
    .join('; ');
}

const clusterOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'));

async function askOwner<T extends pg.QueryResultRow>(
  folder: string,
  text: string,
  values?: unknown[],
): Promise<T[]> {
  const { port, password } = clusterOf(folder);
  const client = new pg.Client({
    connectionString: `postgres://sendero:${password}@127.0.0.1:${port}/sendero`,
  });
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

type Where = { readonly program: ChildProcess; readonly folder: string };

function pidsOf(target: Target, where: Where): number[] {
  const first = where.program.pid;
  const lead = postmaster(where.folder);
  switch (target) {
    case 'web':
      return childrenOf(first).slice(0, 1);
    case 'first':
      return first === undefined ? [] : [first];
    case 'postmaster':
      return lead === null ? [] : [lead];
    case 'backend':
      return childrenOf(lead ?? undefined)
        .filter(isClientBackend)
        .slice(0, 1);
    case 'everything':
      return [
        ...pidsOf('first', where),
        ...childrenOf(first),
        ...pidsOf('postmaster', where),
        ...childrenOf(lead ?? undefined),
      ];
  }
}

function postmaster(folder: string): number | null {
  try {
    return Number(readFileSync(join(clusterOf(folder).cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

/** The processes that one process started, as Linux tells it. */
const childrenOf = (pid: number | undefined): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => pid !== undefined && parentOf(one) === pid);

function parentOf(pid: number): number | null {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return null;
  }
}

function isClientBackend(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('sendero_app');
  } catch {
    return false;
  }
}

function killAll(pids: readonly number[]): number {
  let killed = 0;
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
      killed += 1;
    } catch {
      // It ended by itself a moment before.
    }
  }
  return killed;
}
