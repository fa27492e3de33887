import { createHmac } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { preparedPool } from './prepared-pool.ts';
import { appRole } from './protect.ts';
import type { DB } from './schema.ts';

// A school date stays text; a JavaScript Date would move it by the zone's hours.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** The roles that sign in. Their passwords come from the secret, so nothing more has to be kept. */
export const authRole = 'sendero_auth';
export const jobsRole = 'sendero_jobs';
type Role = typeof appRole | typeof authRole | typeof jobsRole;

export const passwordOf = (role: Role, secret: string): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url');

/** The address of the same database for another role. */
export function urlFor(role: Role, ownerUrl: string, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = passwordOf(role, secret);
  return url.toString();
}

export type Database = {
  /** For everything but sign-in: a role that owns nothing. */
  readonly app: Kysely<DB>;
  /** For the sign-in library: its own schema and nothing else. */
  readonly auth: pg.Pool;
  readonly close: () => Promise<void>;
};

/** A lost connection fails what was asked through it, and nothing else: at work or idle, it must not end the process. */
function quietly(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

/** Tells whoever measures of every statement. */
const asking = channel('sendero:sql');

/** Opens the program's two pools. `connections` is the size of the larger one. */
export function openDatabase(ownerUrl: string, secret: string, connections = 10): Database {
  const appPool = new pg.Pool({ connectionString: urlFor(appRole, ownerUrl, secret), max: connections });
  const auth = new pg.Pool({
    connectionString: urlFor(authRole, ownerUrl, secret),
    max: Math.max(2, Math.ceil(connections / 3)),
    options: '-c search_path=auth',
  });
  quietly(appPool);
  quietly(auth);
  const app = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparedPool(appPool) }),
    log: (event) => {
      if (asking.hasSubscribers) asking.publish(event);
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
  return {
    app,
    auth,
    close: async () => {
      await Promise.all([app.destroy(), auth.end()]);
    },
  };
}
