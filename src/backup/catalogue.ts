import type pg from 'pg';

/** A table to be kept: its columns that hold something of their own, and the order in which its rows are read. */
export type Table = {
  /** `app.pupils` */
  readonly name: string;
  readonly columns: readonly string[];
  readonly order: string;
};

/** What is kept: the records, the accounts, and how far the schema was laid. The queue's own tables are not. */
export const keptSchemas = ['app', 'auth', 'migration'] as const;

/** Every table of the kept schemas. A generated column is left out: the database makes it again. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.oid::regclass::text as name,
       (select array_agg(quote_ident(attname) order by attname) from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
       coalesce((select string_agg(quote_ident(attname) || case when attcollation = 0 then '' else ' collate "C"' end, ', '
           order by array_position(k.conkey, attnum))
         from pg_constraint k join pg_attribute on attrelid = c.oid and attnum = any (k.conkey)
         where k.conrelid = c.oid and k.contype = 'p'), '') as order
     from pg_class c where relkind in ('r', 'p') and not relispartition and relnamespace = any ($1::regnamespace[])
     order by relnamespace::regnamespace::text, relname`,
    [await presentSchemas(client)],
  );
  const unordered = rows.find((table) => table.order === '');
  if (unordered !== undefined) throw new Error(`${unordered.name} has no primary key to be ordered by`);
  return rows;
}

const presentSchemas = async (client: pg.ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    'select nspname as name from pg_namespace where nspname = any ($1)',
    [keptSchemas],
  );
  return rows.map(({ name }) => name);
};

/** Reads a table whole, in its order: the same rows give the same bytes on every server. */
export const readOut = ({ name, columns, order }: Table): string =>
  `copy (select ${columns.join(', ')} from ${name} order by ${order}) to stdout`;

export const readIn = ({ name, columns }: Pick<Table, 'name' | 'columns'>): string =>
  `copy ${name} (${columns.join(', ')}) from stdin`;

/** How values are written as text, said for this transaction, whatever the server's or the role's own habits are. */
export const plainValues = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8';
  set local search_path = pg_catalog`;

/** The names of the migrations that a database has seen, in order; null when it holds no Sendero. */
export async function findMigrations(client: pg.ClientBase): Promise<string[] | null> {
  const { rows: there } = await client.query<{ there: boolean }>(
    `select to_regclass('migration.kysely_migration') is not null as there`,
  );
  if (!there[0]?.there) return null;
  const { rows } = await client.query<{ name: string }>(
    'select name from migration.kysely_migration order by name collate "C"',
  );
  return rows.map(({ name }) => name);
}
