import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { demoPassword } from '#src/cli/demo.command.ts';
import { projectRoot } from '#src/platform/project-root.ts';
import { type Line, line, median } from './line.ts';

const port = 3997;
const url = `http://127.0.0.1:${port}`;
const cli = join(projectRoot, 'dist', 'server', 'cli.js');
const warming = 150;
const requests = 300;
const rounds = 3;
const ticksPerSecond = 100;

/**
 * CPU time of the web processes for one page of the register, with a process for each core against one process alone: what is
 * shared badly costs each request more. Linux alone tells the time of another process finely enough; elsewhere no line.
 */
export async function coresBench(): Promise<Line[]> {
  if (process.platform !== 'linux') return [];
  const folder = mkdtempSync(join(tmpdir(), 'sendero-cores-'));
  await chmod(folder, 0o711);
  try {
    const email = loadDemo(folder);
    const [alone, all]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      alone.push(await cpuOfRequest(folder, email, 1));
      all.push(await cpuOfRequest(folder, email, availableParallelism()));
    }
    return [
      line('cores: CPU a request, all cores ÷ one process', median(all) / median(alone), {
        unit: '×',
        bar: 1.1,
        better: 'lower',
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const environmentOf = (folder: string, processes: number) => ({
  ...process.env,
  SENDERO_DATA: folder,
  PORT: String(port),
  HOST: '127.0.0.1',
  SENDERO_PROCESSES: String(processes),
  DATABASE_URL: undefined,
  SENDERO_URL: undefined,
});

function loadDemo(folder: string): string {
  const text = execFileSync(process.execPath, [cli, 'demo', '--schools', '1', '--pupils', '300', '--json'], {
    env: environmentOf(folder, 1),
    encoding: 'utf8',
  });
  const signIns: readonly (readonly [string, string])[] = JSON.parse(text).signIns;
  const [email] = signIns.find(([, role]) => role.startsWith('senco,')) ?? [];
  if (email === undefined) throw new Error('The demo has no SENCO');
  return email;
}

/** Milliseconds of CPU that the web processes spend on one request, after each of them is warm. */
async function cpuOfRequest(folder: string, email: string, processes: number): Promise<number> {
  const program = spawn(process.execPath, [cli, 'serve'], {
    env: environmentOf(folder, processes),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(program, 'exit');
  const agent = new Agent({ keepAlive: true, maxSockets: processes * 2 });
  try {
    await ready(program.stdout);
    const cookie = await signIn(email);
    const ask = () => askFor('/pupils', agent, cookie);
    await many(warming * processes, processes * 2, ask);
    const web = childrenOf(program.pid ?? 0).filter(isWeb);
    if (web.length !== processes) throw new Error(`${web.length} web processes, not ${processes}`);
    const before = web.map(ticksOf);
    await many(requests, processes * 2, ask);
    const spent = web.reduce((sum, pid, at) => sum + ticksOf(pid) - (before[at] ?? 0), 0);
    return (spent / ticksPerSecond / requests) * 1000;
  } finally {
    agent.destroy();
    program.kill('SIGTERM');
    await gone;
  }
}

/** The first line that a start prints may be a job's: it is ready when it says so. */
async function ready(said: Readable): Promise<void> {
  for await (const some of said.iterator({ destroyOnReturn: false })) {
    if (!String(some).includes('ready at')) continue;
    said.resume();
    return;
  }
  throw new Error('The program ended before it was ready');
}

async function many(count: number, atOnce: number, ask: () => Promise<void>): Promise<void> {
  let left = count;
  const one = async () => {
    while (left > 0) {
      left -= 1;
      await ask();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

const askFor = (path: string, agent: Agent, cookie: string) =>
  new Promise<void>((answered, failed) => {
    get(`${url}${path}`, { agent, headers: { cookie } }, (answer) => {
      answer.resume();
      if (answer.statusCode !== 200) failed(new Error(`${path} answered ${answer.statusCode}`));
      answer.on('end', () => answered());
    }).on('error', failed);
  });

async function signIn(email: string): Promise<string> {
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: new URLSearchParams({ email, password: demoPassword }),
  });
  const cookies = answer.headers.getSetCookie().map((kept) => kept.split(';')[0]);
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}`);
  return cookies.join('; ');
}

/** The fields of a process as Linux tells them, after its name, which may hold spaces. */
const fieldsOf = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');

const ticksOf = (pid: number): number => Number(fieldsOf(pid)[11]) + Number(fieldsOf(pid)[12]);
const isWeb = (pid: number): boolean => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('web.js');

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return Number(fieldsOf(pid)[1]) === parent;
      } catch {
        return false;
      }
    });
}
