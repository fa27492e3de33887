// Everything that can be said of the house without a database: format, types, lint, imports, dead code, rules.
import { spawn } from 'node:child_process';

// `--count FILE` writes the result of each rule's test there, for `npm test`.
const at = process.argv.indexOf('--count');
const count = at === -1 ? [] : ['--reporter', 'json', '--outputFile', process.argv[at + 1]];

// The longest first: two go side by side.
const steps = [
  // Pure functions share nothing: one world for all of them is three times as quick.
  [
    'rules',
    'vitest',
    ['run', '--project', 'rules', '--no-isolate', '--pool', 'threads', '--reporter', 'dot', ...count],
  ],
  ['types', 'tsc', ['-p', '.']],
  ['imports', 'depcruise', ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', 'src']],
  ['format and lint', 'biome', ['check', '--error-on-warnings', '.']],
  ['dead code', 'knip', ['--no-progress']],
];

/** Runs one step; says how it went, and all that it said where it failed. */
const take = ([name, program, args]) =>
  new Promise((done) => {
    const from = performance.now();
    const said = [];
    const child = spawn(program, args, { shell: process.platform === 'win32' });
    const end = (isGood) => {
      const seconds = ((performance.now() - from) / 1000).toFixed(1);
      process.stdout.write(`${isGood ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
      if (!isGood) process.stdout.write(`${said.join('')}\n`);
      done(isGood);
    };
    for (const from of [child.stdout, child.stderr]) from.on('data', (words) => said.push(String(words)));
    child.on('error', (error) => said.push(String(error)));
    child.on('close', (code) => end(code === 0));
  });

const left = [...steps];
async function work() {
  let isGood = true;
  for (let step = left.shift(); step !== undefined; step = left.shift())
    isGood = (await take(step)) && isGood;
  return isGood;
}
const good = await Promise.all([work(), work()]);
process.exit(good.every(Boolean) ? 0 : 1);
