import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { jobs } from '#src/jobs.ts';
import { migrate } from '#src/platform/db/migrate.ts';
import { startPostgres } from '#src/platform/db/postgres.ts';
import { installJobs } from '#src/platform/jobs/boss.ts';

export const testSecret = 'a secret for tests only, thirty-two characters and more';

declare module 'vitest' {
  interface ProvidedContext {
    readonly ownerUrl: string;
  }
}

/** One real server in a folder of its own, a migrated template in it; each worker clones the template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'sendero-test-'));
  chmodSync(folder, 0o711);
  const server = await startPostgres(folder);
  await migrate(server.url, testSecret);
  await installJobs(
    server.url,
    testSecret,
    jobs.map((job) => job.name),
  );
  const owner = new pg.Client({ connectionString: server.url.replace(/sendero$/, 'postgres') });
  await owner.connect();
  await owner.query('alter database sendero with is_template true allow_connections false');
  await owner.end();
  project.provide('ownerUrl', server.url);
  return async () => {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
