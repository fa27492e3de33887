import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import type { HeldRecord } from '../domain/held-record.ts';
import { heldRecord, placeOf } from '../domain/held-records.ts';
import { type KeptFor, readKeptFor } from '../domain/kept-for.ts';

export type KeptTable = HeldRecord & {
  readonly table: string;
  /** Null for a declaration that is not of the grammar. */
  readonly keptFor: KeptFor | null;
};

/** Every table of the program with what it is for and how long it is kept, as the database itself declares it. */
export async function listKeptTables(tx: Tx): Promise<readonly KeptTable[]> {
  const { rows } = await sql<{ name: string; comment: string | null; isAboutPupil: boolean }>`
    select c.relname as name, obj_description(c.oid, 'pg_class') as comment, exists (
      select from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attname in ('pupil_id', 'pupil_ids')
        and not a.attisdropped) as is_about_pupil
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('app', 'auth') and c.relkind = 'r' order by 1`.execute(tx);
  return rows
    .map(({ name, comment, isAboutPupil }) => ({
      ...heldRecord(name, isAboutPupil),
      table: name,
      keptFor: readKeptFor(comment),
    }))
    .toSorted((one, other) => placeOf(one.table) - placeOf(other.table));
}
