import { sql } from 'kysely';
import { z } from 'zod';
import { labelOf } from '#src/kernel/codes/codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  enrolmentStatuses,
  enrolmentWords,
  factKinds,
  factLabel,
  factWords,
  relationshipWords,
} from '#src/modules/pupils/index.ts';
import { senStatuses, statusLabel } from '#src/modules/register/index.ts';
import { askViewsOf, type Tx } from '#src/platform/db/scope.ts';
import { fieldLabel, type Names, valueWords } from '../domain/entry-words.ts';
import { heldRecord, placeOf } from '../domain/held-records.ts';
import type { Entry, HeldPart } from '../domain/redact.ts';

type Source = { readonly table: string; readonly keys: readonly string[]; readonly by: By };
type By = 'pupil_id' | 'pupil_ids' | 'match_id' | 'journal';

const Row = z.record(z.string(), z.unknown());
type Row = z.output<typeof Row>;

/** Found by another column than `pupil_id`. */
const otherwise: Readonly<Record<string, By>> = { import_rows: 'match_id', import_changes: 'journal' };

let sources: readonly Source[] | null = null;

/** Every table that can speak of a pupil, with the key of its rows. They stay the same while the program runs. */
export const listSources = async (tx: Tx): Promise<readonly Source[]> => (sources ??= await readSources(tx));

/** As the catalogue tells. */
async function readSources(tx: Tx): Promise<readonly Source[]> {
  const { rows } = await sql<{ table: string; keys: string[]; columns: string[] }>`
    select c.relname as "table",
      (select coalesce(json_agg(a.attname order by array_position(k.conkey, a.attnum)), '[]')
        from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = any(k.conkey)
        and a.attname <> 'school_id') as keys,
      (select json_agg(a.attname) from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped) as columns
    from pg_catalog.pg_class c
    join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r'`.execute(tx);
  return rows
    .flatMap(({ table, keys, columns }): Source[] => {
      const named = (['pupil_id', 'pupil_ids'] as const).find((one) => columns.includes(one));
      const by = named ?? otherwise[table];
      return by === undefined ? [] : [{ table, keys, by }];
    })
    .toSorted((one, other) => placeOf(one.table) - placeOf(other.table));
}

const isAbout = (by: By, pupilId: PupilId) => {
  if (by === 'pupil_ids') return sql`t.pupil_ids @> array[${pupilId}::uuid]`;
  if (by === 'match_id') return sql`t.match_id = ${pupilId}`;
  if (by === 'journal')
    return sql`(t.after ->> 'pupil_id' = ${pupilId} or t.before ->> 'pupil_id' = ${pupilId})`;
  return sql`t.pupil_id = ${pupilId}`;
};

/** Everything that is held of a pupil, table by table, in words: one statement for all tables, one for names. */
export async function listHeldParts(tx: Tx, pupilId: PupilId): Promise<readonly HeldPart[]> {
  const { schoolId } = tx.scope.actor;
  const sources = await listSources(tx);
  await askViewsOf(tx, pupilId);
  const { rows } = await sql<{ source: string; row: unknown }>`${sql.join(
    sources.map(
      ({ table, by }) => sql`select ${table} as source, to_jsonb(t) as row from ${sql.table(`app.${table}`)} t
        where t.school_id = ${schoolId} and ${isAbout(by, pupilId)}`,
    ),
    sql` union all `,
  )}`.execute(tx);
  const names = await listNames(tx);
  const beside = statementsIn(rows.filter(({ source }) => source === 'correction_requests'));
  return sources.map((source) => {
    const { title, namesOthers = false, notInCopy = null } = heldRecord(source.table, true);
    const own = rows.filter((row) => row.source === source.table).map(({ row }) => Row.parse(row));
    return {
      source: source.table,
      title,
      namesOthers,
      notInCopy,
      entries: own
        .map((row) => withStatements(entryOf(source, row, names), beside(source.table)))
        .toSorted(byTime),
    };
  });
}

type Statement = { readonly source: string; readonly item: string; readonly words: string };

/** What somebody says of a record that was not corrected: it stands wherever the record does (rule priv-8). */
function statementsIn(rows: readonly { readonly row: unknown }[]) {
  const all = rows
    .map(({ row }) => Row.parse(row))
    .filter(({ statement }) => typeof statement === 'string')
    .map(
      ({ source, item, statement }): Statement => ({
        source: String(source),
        item: String(item ?? ''),
        words: String(statement),
      }),
    );
  return (source: string) => all.filter((one) => one.source === source);
}

const withStatements = (entry: Entry, statements: readonly Statement[]): Entry => ({
  ...entry,
  lines: [
    ...entry.lines,
    ...statements
      .filter(({ item }) => item === entry.item)
      .map(({ words }) => ({
        field: 'statement',
        label: 'Statement kept beside this record',
        value: words,
      })),
  ],
});

const byTime = (one: Entry, other: Entry) =>
  (one.on ?? '').localeCompare(other.on ?? '') || one.item.localeCompare(other.item);

/** The columns that say when something was, the first that a row has. */
const times = ['from_on', 'on_date', 'received_on', 'at', 'made_at', 'recorded_at'] as const;

function dayOf(row: Row): SchoolDate | null {
  const found = times.map((name) => row[name]).find((value) => typeof value === 'string');
  return SchoolDate.safeParse(String(found ?? '').slice(0, 10)).data ?? null;
}

/** Of the machine, or of other children: the other pupils of a carer or of a list are no business of the asker. */
const unsaid: readonly string[] = [
  'school_id',
  'pupil_id',
  'pupil_ids',
  'version',
  'import_id',
  'type_version',
];

function entryOf({ table, keys }: Source, row: Row, names: Names): Entry {
  const lines = Object.entries(row)
    .filter(([field]) => !unsaid.includes(field) && !field.endsWith('_hash'))
    .map(([field, value]) => ({
      field,
      label: fieldLabel(field),
      value: codeWords(table, field, row) ?? valueWords(value, names),
    }))
    .filter(({ value }) => value !== '');
  return { item: keys.map((key) => String(row[key])).join('/'), on: dayOf(row), lines };
}

const known = <T extends string>(list: readonly T[], value: unknown): T | undefined =>
  list.find((one) => one === value);

/** Codes in the words that the pages use; null for what is no code. */
function codeWords(table: string, field: string, row: Row): string | null {
  const value = String(row[field] ?? '');
  if (value === '') return null;
  switch (`${table}.${field}`) {
    case 'pupil_facts.kind': {
      const kind = known(factKinds, value);
      return kind === undefined ? null : factLabel(kind);
    }
    case 'pupil_facts.value': {
      const kind = known(factKinds, row.kind);
      return kind === undefined ? null : factWords(kind, value);
    }
    case 'enrolments.status': {
      const status = known(enrolmentStatuses, value);
      return status === undefined ? null : enrolmentWords(status);
    }
    case 'sen_statuses.status': {
      const status = known(senStatuses, value);
      return status === undefined ? null : statusLabel[status];
    }
    case 'needs.sen_type':
      return `${labelOf(senType, value)} (${value})`;
    case 'pupil_carers.relationship':
      return relationshipWords(value);
    default:
      return null;
  }
}

/** The names behind ids: of those who sign in, staff, classes and carers. */
async function listNames(tx: Tx): Promise<Names> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<{ id: string; name: string }>`
    select person_id::text as id, known_as as name from members where school_id = ${schoolId}
    union all select staff_id::text, concat_ws(' ', coalesce(title, forename), surname) from staff
      where school_id = ${schoolId}
    union all select group_id::text, name from groups where school_id = ${schoolId}
    union all select carer_id::text, concat_ws(' ', title, forename, surname) from carers
      where school_id = ${schoolId}`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
