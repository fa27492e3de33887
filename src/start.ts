import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { jobs } from './jobs.ts';
import { findActor } from './modules/identity/index.ts';
import { askWhyOfTrust } from './modules/privacy/index.ts';
import { nav } from './nav.ts';
import { makeAuth } from './platform/auth/auth.ts';
import { makeThrottle } from './platform/auth/throttle.ts';
import { type Clock, systemClock } from './platform/clock/clock.ts';
import { openDatabase } from './platform/db/connect.ts';
import { migrate } from './platform/db/migrate.ts';
import { type Server, startPostgres } from './platform/db/postgres.ts';
import { openFiles } from './platform/files/files.ts';
import { clamd } from './platform/files/scanner.ts';
import { installJobs, openJobs } from './platform/jobs/boss.ts';
import { openPost } from './platform/mail/mail.ts';
import type { Program } from './platform/program.ts';
import { projectRoot } from './platform/project-root.ts';
import type { Settings } from './platform/settings.ts';
import { reactions } from './reactions.ts';

/** Finds the database, as it stands: our own server, started if need be, or the one at DATABASE_URL. */
export const findServer = async (settings: Settings): Promise<Server> =>
  settings.databaseUrl === null
    ? await startPostgres(settings.dataFolder)
    : { url: settings.databaseUrl, isOurs: false, stop: () => undefined };

/** Finds the database and brings it to the newest schema. */
export async function prepareDatabase(settings: Settings): Promise<Server> {
  const server = await findServer(settings);
  await migrate(server.url, settings.secret);
  await installJobs(
    server.url,
    settings.secret,
    jobs.map((job) => job.name),
  );
  return server;
}

/** Where the database is, without the owner's name and password: all that a web process is told. */
export function addressOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.username = '';
  url.password = '';
  return url.toString();
}

type Options = { readonly clock?: Clock; readonly connections?: number };

/** Puts a program together on a database that is ready. */
export async function openProgram(
  settings: Settings,
  databaseUrl: string,
  { clock = systemClock, connections = 10 }: Options = {},
): Promise<Program & { readonly close: () => Promise<void> }> {
  const database = openDatabase(databaseUrl, settings.secret, connections);
  const post = openPost({ ...settings, from: `Sendero <no-reply@${new URL(settings.url).hostname}>`, clock });
  const throttle = (name: string, points: number, seconds: number) =>
    makeThrottle({ pool: database.auth, name, points, seconds });
  const queue = await openJobs(databaseUrl, settings.secret);
  return {
    settings,
    clock,
    database,
    post,
    jobs: queue,
    files: openFiles(settings),
    scanner: settings.scanner === undefined ? null : clamd(settings.scanner),
    auth: makeAuth({ ...settings, pool: database.auth, send: post.send }),
    throttles: {
      signIn: throttle('person', 8, 15 * 60),
      address: throttle('address', 200, 15 * 60),
      apiRequest: throttle('api request', 300, 60),
      apiChange: throttle('api change', 20, 1),
      wrongToken: throttle('wrong token', 30, 15 * 60),
    },
    reactions,
    findActor,
    beforePupil: askWhyOfTrust,
    nav,
    assets: builtAssets(),
    close: async () => {
      await queue.stop();
      await database.close();
    },
  };
}

const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), imports: z.array(z.string()).optional() }),
);
type Manifest = z.output<typeof Manifest>;

/** The hashed name of what was built from a file, and of what it loads in turn; none when nothing was built. */
const builtFrom = (manifest: Manifest, entry: string): readonly string[] => {
  const built = manifest[entry];
  if (built === undefined) return [];
  return [`/${built.file}`, ...(built.imports ?? []).flatMap((more) => builtFrom(manifest, more))];
};

/** The hashed names of the styles and scripts; none when nothing was built, as in tests of pages. */
function builtAssets(): Program['assets'] {
  const file = join(projectRoot, 'dist', 'client', 'manifest.json');
  const manifest = existsSync(file) ? Manifest.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  return {
    css: builtFrom(manifest, 'src/ui/styles/styles.scss'),
    js: builtFrom(manifest, 'src/islands/sendero.ts'),
    offline: builtFrom(manifest, 'src/islands/offline/offline.tsx'),
    signOut: builtFrom(manifest, 'src/islands/offline/before-sign-out.ts'),
    worker: builtFrom(manifest, 'src/islands/offline/worker.ts'),
  };
}
