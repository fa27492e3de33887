import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { buildApp } from '#src/app.ts';
import { stoppedClock } from '#src/platform/clock/clock.ts';
import { openProgram } from '#src/start.ts';
import { testSecret } from './database.setup.ts';

/** The day that every test stands on: a Tuesday of the autumn term. */
export const testInstant = '2026-11-24T09:00:00Z';
export const testToday = '2026-11-24';

async function cloneTemplate(): Promise<string> {
  const ownerUrl = inject('ownerUrl');
  const name = `worker_${process.pid}_${process.env.VITEST_POOL_ID ?? '0'}_${Math.random().toString(36).slice(2, 8)}`;
  const owner = new pg.Client({ connectionString: ownerUrl.replace(/sendero$/, 'postgres') });
  await owner.connect();
  try {
    await owner.query(`create database ${name} template sendero strategy file_copy`);
  } finally {
    await owner.end();
  }
  return ownerUrl.replace(/sendero$/, name);
}

/** The database of this test file and the program on it. */
export const ownerUrl = await cloneTemplate();

export const program = await openProgram(
  {
    port: 3000,
    host: '127.0.0.1',
    dataFolder: mkdtempSync(join(tmpdir(), 'sendero-mail-')),
    databaseUrl: null,
    secret: testSecret,
    url: 'http://localhost:3000',
    processes: 1,
    smtpUrl: null,
  },
  ownerUrl,
  { clock: stoppedClock(testInstant), connections: 4 },
);

export const app = buildApp(program);

const owner = new pg.Pool({ connectionString: ownerUrl, max: 2, allowExitOnIdle: true });

/** Asks the database as its owner, past every wall: to see what is stored, never to act. */
export const asOwner = async <T extends pg.QueryResultRow>(
  sql: string,
  values: unknown[] = [],
): Promise<T[]> => (await owner.query<T>(sql, values)).rows;
