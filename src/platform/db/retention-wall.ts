import { type Kysely, sql } from 'kysely';

/** The role that removes what is held of one pupil. It owns nothing, cannot sign in, and can add or change nothing. */
export const retentionRole = 'sendero_retention';

const ownSchool = `school_id = nullif(current_setting('app.school_id', true), '')::uuid`;
const erasing = `nullif(current_setting('app.erasing', true), '')::uuid`;

type Table = { readonly name: string; readonly hasPupil: boolean };

/**
 * What else the role must reach: carers and guests of nobody else, who looked at the pupil,
 * what was done to many pupils at once, what an import noted.
 */
const further: Readonly<Record<string, { using: string; grants: string }>> = {
  carers: { using: `pupil_ids = array[${erasing}]`, grants: 'select, delete' },
  views: { using: `${erasing} is not null`, grants: 'select, delete, update (pupil_ids)' },
  bulk_changes: { using: `pupil_ids @> array[${erasing}]`, grants: 'select, delete' },
  plan_packs: { using: `pupil_ids @> array[${erasing}]`, grants: 'select, delete' },
  plan_starts: { using: `pupil_ids @> array[${erasing}]`, grants: 'select, delete' },
  invitations: { using: `pupil_ids = array[${erasing}]`, grants: 'select, delete' },
  import_changes: { using: `${erasing} is not null`, grants: 'select, delete' },
};

function opening({ name, hasPupil }: Table): string | null {
  const more = further[name];
  if (!hasPupil && more === undefined) return null;
  const using = more?.using ?? `pupil_id = ${erasing}`;
  return [
    `create policy retention on app.${name} to ${retentionRole} using (${ownSchool} and ${using});`,
    `grant ${more?.grants ?? 'select, delete'} on app.${name} to ${retentionRole};`,
  ].join('\n');
}

/**
 * Gives the retention role its own narrow policy on every table that names a pupil and has none yet: the rows of the
 * one pupil of one school whom the transaction named, and no others. Run after each migration, so that no new table
 * can be forgotten. The policy stands beside the program's own, for another role: neither widens the other.
 */
export async function openToRetention(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ name: string; has_pupil: boolean }>`
    select c.relname as name, exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'pupil_id' and not a.attisdropped) as has_pupil
    from pg_class c
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and not exists (
      select from pg_policy p where p.polrelid = c.oid and p.polname = 'retention')
    order by 1`.execute(db);
  const statements = rows
    .map((row) => opening({ name: row.name, hasPupil: row.has_pupil }))
    .filter((text) => text !== null);
  if (statements.length > 0) await sql.raw(statements.join('\n')).execute(db);
}
