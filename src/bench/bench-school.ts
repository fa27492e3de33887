import { mkdtempSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import pg from 'pg';
import { buildApp } from '#src/app.ts';
import { loadPeople, loadSchool, loadTrust } from '#src/demo/load-demo.ts';
import { makeDemoTrust } from '#src/demo/make-demo-trust.ts';
import type { SchoolId } from '#src/kernel/ids.ts';
import type { Program } from '#src/platform/program.ts';
import { readSettings, type Settings } from '#src/platform/settings.ts';
import { openProgram, prepareDatabase } from '#src/start.ts';

export const benchPassword = 'bench words of nobody';

export type BenchSchool = {
  readonly program: Program;
  /** Asks for a page over a socket, as a browser does, and reads it whole. */
  readonly ask: (path: string) => Promise<{ readonly status: number; readonly text: string }>;
  readonly settings: Settings;
  /** For what the program may not do: filling the database, asking how large it is. */
  readonly ownerUrl: string;
  readonly schoolId: SchoolId;
  readonly close: () => Promise<void>;
};

/** A server of its own in a temporary folder, with one school of 1,500 pupils and its SENCO signed in. */
export async function openBenchSchool(pupils = 1500): Promise<BenchSchool> {
  const folder = mkdtempSync(join(tmpdir(), 'sendero-bench-'));
  await chmod(folder, 0o711);
  const settings = readSettings({
    ...process.env,
    SENDERO_DATA: folder,
    DATABASE_URL: undefined,
    PORT: '3999',
  });
  const server = await prepareDatabase(settings);
  const program = await openProgram(settings, server.url, { connections: 4 });
  const trust = makeDemoTrust({ seed: 1, today: program.clock.today(), schools: 1, pupils });
  const trustId = await loadTrust(program, trust);
  const [school] = trust.schools;
  const senco = trust.people.find((person) =>
    person.memberships.some((one) => one.role === 'senco' && one.until === null),
  );
  if (school === undefined || senco === undefined) throw new Error('The demo has no school or no SENCO');
  const loaded = await loadSchool(program, school, trustId);
  await loadPeople(program, [senco], {
    schools: new Map([[school.urn, loaded]]),
    trustId,
    password: benchPassword,
  });
  await analyse(server.url);
  const app = buildApp(program);
  const cookie = await signIn(app, settings.url, senco.email);
  const listener = serve({ fetch: app.fetch, port: settings.port, hostname: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    program,
    ask: (path) => ask({ agent, cookie, port: settings.port, path }),
    settings,
    ownerUrl: server.url,
    schoolId: loaded.schoolId,
    close: async () => {
      agent.destroy();
      await new Promise((closed) => listener.close(closed));
      await program.close();
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Asked = { readonly agent: Agent; readonly cookie: string; readonly port: number; readonly path: string };

const ask = ({ agent, cookie, port, path }: Asked) =>
  new Promise<{ status: number; text: string }>((answered, failed) => {
    const request = get({ host: '127.0.0.1', port, path, agent, headers: { cookie } }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () =>
        answered({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() }),
      );
    });
    request.on('error', failed);
  });

/** What autovacuum does by itself within a minute of a load: the planner must know the tables' sizes. */
async function analyse(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  await owner.end();
}

/** Signs in as a browser does, and gives the cookie back. */
async function signIn(app: Hono, url: string, email: string): Promise<string> {
  const answer = await app.request(`${url}/sign-in`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password: benchPassword }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((kept) => kept.split(';')[0])
    .join('; ');
  if (answer.status !== 303 || cookie === '')
    throw new Error(`Signing in for the bench answered ${answer.status}`);
  return cookie;
}
