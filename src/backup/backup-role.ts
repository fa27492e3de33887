import pg from 'pg';
import { jobsRole, urlFor } from '#src/platform/db/connect.ts';

/** The role that reads past the walls, for a backup and nothing else. It cannot sign in and can write nothing. */
export const backupRole = 'sendero_backup';

/** The database refuses a role that reads everything. */
export class NoBackupRole extends Error {}

const howTo = (owner: string) =>
  `The database does not let ${owner} make a role that passes row security, and without one a backup would hold no row of any school. Nothing was written. Ask whoever runs the database server to do this once, as a superuser:
  create role ${backupRole} nologin bypassrls;
  grant ${backupRole} to ${owner};`;

/**
 * Makes the role if it is absent and lets it read what is kept. `client` signs in as the owner.
 * Throws `NoBackupRole`, with what to ask for, when the server does not allow it.
 */
export async function readyBackupRole(
  client: pg.ClientBase,
  { ownerUrl, secret, schemas }: { ownerUrl: string; secret: string; schemas: readonly string[] },
): Promise<void> {
  const { rows } = await client.query<{ owner: string; held: boolean; passes: boolean; may: boolean }>(
    `select current_user as owner, r.oid is not null as held, coalesce(r.rolbypassrls, false) as passes,
       coalesce(pg_has_role(current_user, r.oid, 'SET'), false) as may
     from (select 1) as one left join pg_roles r on r.rolname = $1`,
    [backupRole],
  );
  const [found] = rows;
  const owner = found?.owner ?? '';
  try {
    if (!found?.held) await client.query(`create role ${backupRole} nologin bypassrls`);
    else if (!found.passes) await client.query(`alter role ${backupRole} bypassrls`);
    if (!found?.may) await client.query(`grant ${backupRole} to current_user with inherit false, set true`);
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === '42501') throw new NoBackupRole(howTo(owner));
    throw error;
  }
  for (const schema of schemas)
    await client.query(
      `grant usage on schema ${schema} to ${backupRole}; grant select on all tables in schema ${schema} to ${backupRole}`,
    );
  await client.query(`grant usage on schema jobs to ${backupRole}`);
  await lendQueue(ownerUrl, secret);
}

/** The queue belongs to a role of its own, which alone may let others read it. */
async function lendQueue(ownerUrl: string, secret: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlFor(jobsRole, ownerUrl, secret) });
  await client.connect();
  try {
    await client.query(`grant select on jobs.job to ${backupRole}`);
  } finally {
    await client.end();
  }
}
