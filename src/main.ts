import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { buildApp } from './app.ts';
import { jobs } from './jobs.ts';
import { holdData } from './platform/db/postgres.ts';
import { workJobs } from './platform/jobs/boss.ts';
import { log } from './platform/log/log.ts';
import { projectRoot } from './platform/project-root.ts';
import { readSettings, type Settings } from './platform/settings.ts';
import { addressOf, openProgram, prepareDatabase } from './start.ts';

const graceMilliseconds = 20_000;

/** One web process: answers pages until it is told to stop, then finishes the requests in hand. */
export async function serveWeb(settings: Settings, databaseUrl: string): Promise<void> {
  const program = await openProgram(settings, databaseUrl);
  const server = listen(
    { fetch: buildApp(program).fetch, port: settings.port, hostname: settings.host },
    () => {
      process.send?.('ready');
    },
  );
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), graceMilliseconds).unref();
    server.close(() => {
      program.close().finally(() => process.exit(0));
    });
  };
  process.on('message', (message) => message === 'stop' && stop());
  process.on('disconnect', stop);
  process.on('SIGTERM', stop);
  process.on('SIGINT', () => undefined);
}

/** The first process: owns PostgreSQL, migrations and jobs, and keeps the web processes alive. */
export async function serve(announce: (words: string) => void): Promise<void> {
  const settings = readSettings();
  const server = await prepareDatabase(settings);
  if (server.isOurs) holdData(settings.dataFolder);
  const bench = await openProgram(settings, server.url, { connections: 4 });
  const worker = await workJobs(
    { ownerUrl: server.url, secret: settings.secret, bench: { program: bench } },
    jobs,
  );
  cluster.setupPrimary({ exec: join(projectRoot, 'dist', 'server', 'web.js'), args: [] });
  let isStopping = false;
  const fork = () =>
    cluster.fork({
      SENDERO_WEB: addressOf(server.url),
      SENDERO_SECRET: settings.secret,
      NODE_ENV: 'production',
    });
  const count = settings.processes ?? availableParallelism();
  let ready = 0;
  cluster.on('message', (_, message) => {
    if (message !== 'ready') return;
    ready += 1;
    if (ready === count) announce(`Sendero is ready at ${settings.url}`);
  });
  cluster.on('exit', (gone, code) => {
    if (isStopping) return;
    log.error({ pid: gone.process.pid, code }, 'web process ended');
    if (ready === 0) process.exit(1);
    setTimeout(fork, 500);
  });
  for (let i = 0; i < count; i++) fork();

  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    const gone = Object.values(cluster.workers ?? {}).map(
      (child) => new Promise((ended) => child?.once('exit', ended)),
    );
    for (const child of Object.values(cluster.workers ?? {})) child?.send('stop');
    await Promise.all([worker.stop(), ...gone]);
    await bench.close();
    if (server.isOurs) server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
