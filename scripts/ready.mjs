// Makes a clone ready: installs what the lock file says, then builds, each only when something changed.
// Plain JavaScript for Node 18 and later, without dependencies, as nothing is installed yet when it starts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quiet = process.argv.includes('--quiet');
const say = (words) => quiet || process.stderr.write(`${words}\n`);

function run(program, args) {
  const ended = spawnSync(program, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'ignore', 'inherit'] : ['ignore', 2, 2],
  });
  if (ended.error) throw ended.error;
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}

function hash(files) {
  const sum = createHash('sha256');
  for (const file of files) sum.update(file.slice(root.length)).update(readFileSync(file));
  return sum.digest('hex');
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(path) : [path];
    })
    .filter((path) => statSync(path).isFile() && !/\.test\.tsx?$/.test(path))
    .sort();
}

function once(stamp, wanted, work) {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

const npm = () => {
  const cli = process.env.npm_execpath;
  return cli && /npm-cli\.[cm]?js$/.test(cli) ? [process.execPath, [cli]] : ['npm', []];
};

once(join(root, 'node_modules', '.sendero-installed'), hash([join(root, 'package-lock.json')]), () => {
  say('Installing…');
  const [program, first] = npm();
  run(program, [...first, 'ci', '--loglevel=error', '--no-fund', '--no-audit']);
});

const sources = [
  ...filesUnder(join(root, 'src')),
  join(root, 'vite.config.ts'),
  join(root, 'package-lock.json'),
];
once(join(root, 'dist', '.sendero-built'), hash(sources), () => {
  say('Building…');
  const windows = process.platform === 'win32' ? '.cmd' : '';
  const node = join(root, 'node_modules', '.bin', `node${windows}`);
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  run(node, [vite, 'build', '--logLevel', 'warn']);
  run(node, [vite, 'build', '--logLevel', 'warn', '--ssr']);
});
