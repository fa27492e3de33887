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
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }) }),
  });
  try {
    await makeRoles(db, secret);
    const migrator = new Migrator({
      db,
      provider: {
        getMigrations: async () => Object.fromEntries(files().map((name) => [name, { up: runFile(name) }])),
      },
      migrationTableSchema: 'migration',
    });
    await refuseMightyRoles(db);
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    await openToRetention(db);
    return (results ?? []).map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

const files = (): string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();

const runFile = (name: string) => async (db: Kysely<unknown>) => {
  const text = raiseWalls(readFileSync(join(folder, name), 'utf8'));
  await sql.raw(`${text}\n;reset search_path;`).execute(db);
};

/** Roles belong to the server, not to one database: made if absent, and given the password of this secret. */
async function makeRoles(db: Kysely<unknown>, secret: string): Promise<void> {
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
