import { expect, it } from 'vitest';
import { killAndCount } from '../kills/kill-and-count.ts';
import { targets } from '../kills/victim.ts';

it('loses nothing that was acknowledged when the program or its database is killed under load', async () => {
  const outcome = await killAndCount(targets.length);
  expect(outcome.kills).toBe(targets.length);
  expect(outcome.lost).toEqual([]);
  expect(outcome.strengths).toBeGreaterThan(10);
}, 240_000);
