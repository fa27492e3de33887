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

const checked = run(process.execPath, ['scripts/check.mjs']);
const folder = mkdtempSync(join(tmpdir(), 'sendero-results-'));
const file = join(folder, 'results.json');
const tested = run('vitest', ['run', '--reporter', 'default', '--reporter', 'json', '--outputFile', file], {
  CHROMIUM: chromium,
});
const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
rmSync(folder, { recursive: true, force: true });

const passed = (results?.numPassedTests ?? 0) + (checked === 0 ? 1 : 0);
// A file that does not load has no tests to count, and is a failure all the same.
const unloaded = (results?.testResults ?? []).filter(
  (one) => one.status === 'failed' && one.assertionResults.length === 0,
);
const counted = (results?.numFailedTests ?? 0) + unloaded.length + (checked === 0 ? 0 : 1);
const failed = counted === 0 && tested !== 0 ? 1 : counted;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
