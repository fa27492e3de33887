import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { projectRoot } from '../project-root.ts';
import { authRole, jobsRole, passwordOf } from './connect.ts';
import { appRole, raiseWalls, undoRole } from './protect.ts';
import { openToRetention, retentionRole } from './retention-wall.ts';

const folder = join(projectRoot, 'db', 'migrations');

/** Brings a database to the newest schema. `ownerUrl` signs in as its owner. Returns the names of what was run. */
export async function migrate(ownerUrl: string, secret: string): Promise<string[]> {
  await makeRoles(ownerUrl, secret);
  const db = openOwner(ownerUrl);
  try {
    const migrator = new Migrator({
      db,
      provider: {
        getMigrations: async () =>
          Object.fromEntries(migrationNames().map((name) => [name, { up: runFile(name) }])),
      },
      migrationTableSchema: 'migration',
    });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await openToRetention(db);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

const openOwner = (ownerUrl: string) =>
  new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }) }),
  });

/** Every migration that this program knows, in their order. */
export const migrationNames = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();

const textOf = (name: string): string =>
  `${raiseWalls(readFileSync(join(folder, name), 'utf8'))}\n;reset search_path;`;

const runFile = (name: string) => async (db: Kysely<unknown>) => {
  await sql.raw(textOf(name)).execute(db);
};

/** Lays the schema of an earlier time in the caller's transaction, with the tables that remember what was laid, empty. */
export async function layMigrations(client: pg.ClientBase, names: readonly string[]): Promise<void> {
  for (const name of names) await client.query(textOf(name));
  await client.query(`create schema migration;
    create table migration.kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null);
    create table migration.kysely_migration_lock (id varchar(255) primary key, is_locked integer not null default 0)`);
}

/** Makes the roles that Sendero works as. Throws when one of them could pass every wall. */
export async function makeRoles(ownerUrl: string, secret: string): Promise<void> {
  const db = openOwner(ownerUrl);
  try {
    await giveRoles(db, secret);
    await refuseMightyRoles(db);
  } finally {
    await db.destroy();
  }
}

/** Roles belong to the server, not to one database: made if absent, and given the password of this secret. */
async function giveRoles(db: Kysely<unknown>, secret: string): Promise<void> {
  for (const role of [appRole, authRole, jobsRole] as const) {
    const password = passwordOf(role, secret);
    await sql
      .raw(
        `do $$ begin
           if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login; end if;
         end $$;
         alter role ${role} login password '${password}';
         alter role ${role} set search_path = ${role === authRole ? 'auth' : 'app'};`,
      )
      .execute(db);
  }
  for (const role of [undoRole, retentionRole]) {
    await sql
      .raw(
        `do $$ begin
           if not exists (select from pg_roles where rolname = '${role}') then
             create role ${role} nologin; grant ${role} to ${appRole} with inherit false, set true;
           end if;
         end $$;`,
      )
      .execute(db);
  }
}

/** A role that passes every wall would make the walls worthless: better not to start. */
async function refuseMightyRoles(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ rolname: string }>`
    select rolname from pg_roles where rolname in (${appRole}, ${authRole}, ${jobsRole}, ${undoRole}, ${retentionRole})
      and (rolsuper or rolbypassrls)`.execute(db);
  const [mighty] = rows;
  if (mighty !== undefined)
    throw new Error(`The role ${mighty.rolname} may pass row security: take that right away`);
}
