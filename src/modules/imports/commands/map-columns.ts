import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ColumnMapping } from '../domain/columns.ts';
import { importsEvents } from '../domain/imports.events.ts';
import type { KeptImport } from '../domain/kept-import.ts';
import { kindsOfMapping } from '../domain/mapped-kinds.ts';
import type { ValueChoices, ValueToMap } from '../domain/row-cells.ts';
import type { Table } from '../domain/table.ts';
import { readKeptTable } from '../queries/read-kept-table.ts';
import { choicesFor, joinChoices, listKeptMappings } from '../queries/read-school-file.ts';
import { layAgain } from './take-in.ts';

const record = recorder(importsEvents);

export type Mapped = {
  readonly kept: KeptImport;
  readonly table: Table;
  readonly mapping: readonly ColumnMapping[];
  /** What was said of values now. It stands above what was said before. */
  readonly choices: ValueChoices;
};

/**
 * Lays a table anew by what a person says that its columns and values mean, and remembers it for the next file with
 * these headings. Refused once the import is being taken in. Answers the values that are still not known.
 */
export async function mapColumns(
  tx: Tx,
  { kept, table, mapping, choices }: Mapped,
): Promise<Result<readonly ValueToMap[], 'too_late'>> {
  if (kept.state !== 'mapping' && kept.state !== 'reviewing') return refused('too_late');
  const { headingsKey } = kept.header;
  const before = await listKeptMappings(tx);
  const known = joinChoices(choicesFor(before, headingsKey), choices);
  const { valuesToMap, ...incoming } = readKeptTable(tx, table, { mapping, choices: known });
  const kinds = kindsOfMapping(mapping, table.headings);
  const { missing: _, ...header } = kept.header;
  await layAgain(tx, kept.importId, {
    incoming,
    facts: {
      ...header,
      sees: [...new Set([...header.sees, ...tx.scope.actor.sees])],
      kinds,
      isRoll: kinds.includes('pupils'),
    },
    mapping,
    columns: kept.columns.map((column) => {
      const field = mapping.find((one) => one.column === column.column)?.field ?? null;
      return field === column.field
        ? column
        : { ...column, field, confidence: 'sure', why: 'Chosen by a person.' };
    }),
  });
  if (headingsKey !== null) {
    const own = joinChoices(before.get(headingsKey)?.choices ?? {}, choices);
    await remember(tx, { headingsKey, mapping, choices: own });
  }
  await record(tx, { type: 'ColumnsMapped', audience: 'import', subjectId: kept.importId });
  return done(valuesToMap);
}

type Remembered = { headingsKey: string; mapping: readonly ColumnMapping[]; choices: ValueChoices };

async function remember(tx: Tx, { headingsKey, mapping, choices }: Remembered): Promise<void> {
  const said = {
    mapping: JSON.stringify(mapping.map(({ column, field, block }) => ({ column, field, block }))),
    valueMapping: JSON.stringify(choices),
  };
  await tx
    .insertInto('importMappings')
    .values({ schoolId: tx.scope.actor.schoolId, headingsKey, ...said })
    .onConflict((conflict) => conflict.columns(['schoolId', 'headingsKey']).doUpdateSet(said))
    .execute();
}
