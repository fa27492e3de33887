import { z } from 'zod';
import { getSchool } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ColumnMapping } from '../domain/columns.ts';
import { type FieldName, isFieldName } from '../domain/fields.ts';
import type { ValueChoices } from '../domain/row-cells.ts';
import type { ReadOptions, ReadResult } from '../reading/read-file.ts';
import { readInWorker } from '../reading/read-in-worker.ts';

const isFieldOrNone = (name: unknown): boolean =>
  name === null || (typeof name === 'string' && isFieldName(name));

const KeptMapping = z.array(
  z.object({ column: z.number(), field: z.custom<FieldName | null>(isFieldOrNone), block: z.number() }),
);
const KeptChoices = z.custom<ValueChoices>((value) => typeof value === 'object' && value !== null);

type Kept = { readonly mapping: readonly ColumnMapping[]; readonly choices: ValueChoices };

/** What the school's people have said of columns and of values, by the headings that they said it of. */
export async function listKeptMappings(tx: Tx): Promise<ReadonlyMap<string, Kept>> {
  const rows = await tx
    .selectFrom('importMappings')
    .select(['headingsKey', 'mapping', 'valueMapping'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .orderBy('headingsKey')
    .execute();
  return new Map(
    rows.map((row) => [
      row.headingsKey,
      { mapping: KeptMapping.parse(row.mapping), choices: KeptChoices.parse(row.valueMapping) },
    ]),
  );
}

/** What values mean, from all headings together: what was said of these very headings stands above the others. */
export function choicesFor(kept: ReadonlyMap<string, Kept>, headingsKey: string | null): ValueChoices {
  const own = headingsKey === null ? undefined : kept.get(headingsKey);
  const all = [...kept.values(), ...(own === undefined ? [] : [own])];
  return all.reduce<ValueChoices>((joined, { choices }) => joinChoices(joined, choices), {});
}

export const joinChoices = (one: ValueChoices, other: ValueChoices): ValueChoices =>
  KeptChoices.parse(
    Object.fromEntries(
      [...new Set([...Object.keys(one), ...Object.keys(other)])]
        .filter(isFieldName)
        .map((field) => [field, { ...one[field], ...other[field] }]),
    ),
  );

export type SchoolReadOptions = Omit<ReadOptions, 'checks'>;

/** What a file of this school is read with: the day, the school's own number, what was mapped before. */
export async function findReadOptions(tx: Tx): Promise<SchoolReadOptions> {
  const school = await getSchool(tx);
  const kept = await listKeptMappings(tx);
  return {
    today: tx.scope.today,
    ownLaestab: school.laestab,
    knownMappings: Object.fromEntries([...kept].map(([key, { mapping }]) => [key, mapping])),
    choices: choicesFor(kept, null),
  };
}

/** Reads a file for this school, with the columns and values that its people mapped before. Nothing is kept. */
export const readSchoolFile = async (tx: Tx, bytes: Uint8Array): Promise<ReadResult> =>
  readInWorker(bytes, await findReadOptions(tx));
