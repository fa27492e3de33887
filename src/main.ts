import cluster from 'node:cluster';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { serve as listen } from '@hono/node-server';
import { buildApp } from './app.ts';
import { compileCache } from './compile-cache.ts';
import { jobs } from './jobs.ts';
import { holdData, watchPostgres } from './platform/db/postgres.ts';
import { workJobs } from './platform/jobs/boss.ts';
import { log } from './platform/log/log.ts';
import { projectRoot } from './platform/project-root.ts';
import { readSettings, type Settings } from './platform/settings.ts';
import { addressOf, openProgram, prepareDatabase } from './start.ts';

const graceMilliseconds = 20_000;

/** Runs `stop` once, when this process is told to end; from its first moment on, as a start takes a second. */
function onStop(stop: () => Promise<void>): void {
  let isStopping = false;
  const once = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), graceMilliseconds).unref();
    stop().then(
      () => process.exit(0),
      (failure) => {
        log.error({ code: Reflect.get(Object(failure), 'code') }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', once);
  if (!cluster.isWorker) process.on('SIGINT', once);
  // Ctrl-C reaches every process of the terminal: the web processes wait for the first one's word.
  if (cluster.isWorker) process.on('SIGINT', () => undefined);
  process.on('message', (message) => message === 'stop' && once());
  process.on('disconnect', once);
}

/** One web process: answers pages until it is told to stop, then finishes the requests in hand. */
export async function serveWeb(settings: Settings, databaseUrl: string): Promise<void> {
  let close = async () => {};
  onStop(() => close());
  const program = await openProgram(settings, databaseUrl);
  const server = listen(
    { fetch: buildApp(program).fetch, port: settings.port, hostname: settings.host },
    () => {
      process.send?.('ready');
    },
  );
  close = async () => {
    await new Promise((closed) => server.close(closed));
    await program.close();
  };
}

/** The first process: owns PostgreSQL, migrations and jobs, and keeps the web processes alive. */
export async function serve(announce: (words: string) => void): Promise<void> {
  const closing: (() => Promise<void> | void)[] = [];
  let isStopping = false;
  onStop(async () => {
    isStopping = true;
    for (const close of closing.reverse()) await close();
  });
  const settings = readSettings();
  const server = await prepareDatabase(settings);
  if (server.isOurs) {
    holdData(settings.dataFolder);
    closing.push(server.stop);
    closing.push(watchPostgres(settings.dataFolder, (words) => log.error(words)));
  }
  const { secret } = settings;
  const environment = {
    SENDERO_WEB: addressOf(server.url),
    SENDERO_SECRET: secret,
    NODE_ENV: 'production',
    NODE_COMPILE_CACHE: compileCache,
  };
  const fork = () => {
    if (!isStopping) cluster.fork(environment);
  };
  const count = settings.processes ?? availableParallelism();
  let ready = 0;
  cluster.setupPrimary({ exec: join(projectRoot, 'dist', 'server', 'web.js'), args: [] });
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
  closing.push(endWebProcesses);
  for (let i = 0; i < count; i++) fork();
  // The jobs begin while the web processes load.
  const bench = await openProgram(settings, server.url, { connections: 4 });
  closing.push(bench.close);
  const worker = await workJobs(
    { ownerUrl: server.url, secret, bench: { program: bench }, isAlone: server.isOurs },
    jobs,
  );
  closing.push(worker.stop);
}

/** Tells every web process to finish what it has in hand, and waits until all are gone. */
async function endWebProcesses(): Promise<void> {
  const children = Object.values(cluster.workers ?? {}).filter((child) => child !== undefined);
  const gone = children.map((child) => new Promise((ended) => child.once('exit', ended)));
  for (const child of children) child.send('stop');
  await Promise.all(gone);
}
