import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('the picture of the architecture is the one that the imports give', () => {
  const { stdout, status } = spawnSync(process.execPath, ['scripts/architecture.mjs', '--check'], {
    encoding: 'utf8',
  });
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
});
