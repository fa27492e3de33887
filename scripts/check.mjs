// Everything that can be said of the house without a database: format, types, lint, imports, dead code, rules.
import { spawnSync } from 'node:child_process';

// `--count FILE` writes the result of each rule's test there, for `npm test`.
const at = process.argv.indexOf('--count');
const count = at === -1 ? [] : ['--reporter', 'json', '--outputFile', process.argv[at + 1]];

const steps = [
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['types', 'tsc', ['-p', '.']],
  ['imports', 'depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'src']],
  ['dead code', 'knip', ['--no-progress']],
  // Pure functions share nothing: one world for all of them is three times as quick.
  [
    'rules',
    'vitest',
    ['run', '--project', 'rules', '--no-isolate', '--pool', 'threads', '--reporter', 'dot', ...count],
  ],
];

let failed = 0;
for (const [name, program, args] of steps) {
  const from = performance.now();
  const ended = spawnSync(program, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const isGood = ended.status === 0;
  process.stdout.write(`${isGood ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (!isGood) {
    failed += 1;
    process.stdout.write(`${ended.stdout ?? ''}${ended.stderr ?? ''}${ended.error ?? ''}\n`);
  }
}
process.exit(failed === 0 ? 0 : 1);
