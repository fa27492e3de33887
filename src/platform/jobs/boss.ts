import pg from 'pg';
import { fromKysely, PgBoss } from 'pg-boss';
import { jobsRole, urlFor } from '../db/connect.ts';
import { appRole } from '../db/protect.ts';
import { log } from '../log/log.ts';
import type { Job, JobBench } from './job.ts';
import type { Jobs } from './queue.ts';

const base = (ownerUrl: string, secret: string) => ({
  connectionString: urlFor(jobsRole, ownerUrl, secret),
  schema: 'jobs',
  createSchema: false,
  max: 2,
});

/**
 * A job whose process died gives no sign of life and is done again; one that failed is tried again, later each time, as
 * a database that was killed needs a while to come back.
 */
const queueOptions = {
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: 3600,
  heartbeatSeconds: 30,
};

/** Makes or renews the queue's tables and one queue a job. Done at every migration, by the role that owns them. */
export async function installJobs(ownerUrl: string, secret: string, names: readonly string[]): Promise<void> {
  const boss = new PgBoss({ ...base(ownerUrl, secret), supervise: false, schedule: false });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  for (const name of names) {
    await boss.createQueue(name, queueOptions);
    await boss.updateQueue(name, queueOptions);
  }
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: urlFor(jobsRole, ownerUrl, secret) });
  await client.connect();
  await client.query(`grant select, insert, update on all tables in schema jobs to ${appRole};
    grant execute on all functions in schema jobs to ${appRole}`);
  await client.end();
}

/** For a process that only sends. */
export async function openJobs(ownerUrl: string, secret: string): Promise<Jobs> {
  const boss = new PgBoss({ ...base(ownerUrl, secret), migrate: false, supervise: false, schedule: false });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  return {
    send: async (tx, name, ids) => {
      await boss.send(name, ids, { db: fromKysely(tx.withoutPlugins()) });
    },
    stop: () => boss.stop({ graceful: false }),
  };
}

/** Asks again for jobs that a backup found waiting. A queue that is no more is passed over. */
export async function askAgain(
  ownerUrl: string,
  secret: string,
  jobs: readonly { readonly name: string; readonly data: Record<string, unknown> | null }[],
): Promise<void> {
  const boss = new PgBoss({ ...base(ownerUrl, secret), migrate: false, supervise: false, schedule: false });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  const known = (await boss.getQueues()).map((queue) => queue.name);
  for (const { name, data } of jobs) if (known.includes(name)) await boss.send(name, data ?? {});
  await boss.stop({ graceful: false });
}

/** For the one process that works the queues. `isAlone`: no other machine works them, so what is at work was left behind. */
export async function workJobs(
  given: { ownerUrl: string; secret: string; bench: JobBench; isAlone?: boolean },
  jobs: readonly Job[],
): Promise<{ stop: () => Promise<void> }> {
  if (given.isAlone) await takeUpAgain(given.ownerUrl, given.secret);
  const boss = new PgBoss({
    ...base(given.ownerUrl, given.secret),
    migrate: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  await boss.start();
  for (const job of jobs) {
    await boss.work(job.name, { pollingIntervalSeconds: 0.5 }, async (batch) => {
      for (const { id, data } of batch) {
        log.info({ job: job.name, id }, 'job started');
        await job.run(job.ids.parse(data ?? {}), given.bench);
        log.info({ job: job.name, id }, 'job done');
      }
    });
    if (job.cron !== undefined) await boss.schedule(job.name, job.cron, {}, { tz: 'Europe/London' });
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 20_000 }) };
}

/** Jobs that were at work when everything was killed need not wait for their missing signs of life. */
async function takeUpAgain(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor(jobsRole, ownerUrl, secret) });
  await client.connect();
  try {
    await client.query(
      `update jobs.job set state = 'retry', start_after = now(), heartbeat_on = null where state = 'active'`,
    );
  } finally {
    await client.end();
  }
}
