import { z } from 'zod';
import { getSchool } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type FieldName, fields } from '../domain/fields.ts';
import type { ReadOptions, ReadResult } from '../reading/read-file.ts';
import { readInWorker } from '../reading/read-in-worker.ts';

const isFieldName = (name: unknown): boolean =>
  name === null || (typeof name === 'string' && Object.hasOwn(fields, name));

const KeptMapping = z.array(
  z.object({ column: z.number(), field: z.custom<FieldName | null>(isFieldName), block: z.number() }),
);

/** Reads a file for this school, with the columns and values that its people mapped before. Nothing is kept. */
export async function readSchoolFile(tx: Tx, bytes: Uint8Array): Promise<ReadResult> {
  const school = await getSchool(tx);
  const rows = await tx
    .selectFrom('importMappings')
    .select(['headingsKey', 'mapping', 'valueMapping'])
    .where('schoolId', '=', school.schoolId)
    .execute();
  const knownMappings = Object.fromEntries(
    rows.map((row) => [row.headingsKey, KeptMapping.parse(row.mapping)]),
  );
  const choices = Object.assign({}, ...rows.map((row) => row.valueMapping));
  const options: Omit<ReadOptions, 'checks'> = {
    today: tx.scope.today,
    ownLaestab: school.laestab,
    knownMappings,
    choices,
  };
  return readInWorker(bytes, options);
}
