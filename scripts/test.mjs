// `npm test`: every check, then every test, journeys in Chromium included; the last line counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';

const run = (program, args, env = {}) =>
  spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  }).status ?? 1;

const chromium = findChromium();
if (chromium === null) {
  process.stdout.write('Chromium is needed for the journeys and could not be installed.\n');
  process.stdout.write('Install it (Debian: apt-get install chromium) or set CHROMIUM to its path.\n');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'sendero-results-'));
const resultsOf = (name) => {
  const file = join(folder, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

/** Runs some tests, and says how many passed and failed. A file that does not load is a failure, as is a run without tests. */
function count(name, start) {
  const status = start(join(folder, `${name}.json`));
  const results = resultsOf(name);
  const unloaded = (results?.testResults ?? []).filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  );
  const failed = (results?.numFailedTests ?? 0) + unloaded.length;
  const passed = results?.numPassedTests ?? 0;
  return { passed, failed: failed === 0 && (status !== 0 || passed === 0) ? 1 : failed };
}

const vitest =
  (...args) =>
  (file) =>
    run('vitest', ['run', ...args, '--reporter', 'default', '--reporter', 'json', '--outputFile', file], {
      CHROMIUM: chromium,
    });

const counts = [
  count('rules', (file) => run(process.execPath, ['scripts/check.mjs', '--count', file])),
  // Each of these makes its own school, so one world and one database a worker serve for all.
  count('modules', vitest('--project', 'pages', '--no-isolate', 'src/')),
  // These are about the whole house: each has a database of its own.
  count('whole', vitest('--project', 'pages', 'test/pages/')),
  count('journeys', vitest('--project', 'journeys')),
];
rmSync(folder, { recursive: true, force: true });

const total = (what) => counts.reduce((sum, one) => sum + one[what], 0);
process.stdout.write(`\n${total('passed')} passed, ${total('failed')} failed\n`);
process.exit(total('failed') === 0 ? 0 : 1);
