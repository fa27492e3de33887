import { z } from 'zod';
import { readPostcode, readUln, readUpn } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Assembled, assembleTable } from '../domain/assemble.ts';
import type { ColumnMapping } from '../domain/columns.ts';
import type { KeptImport } from '../domain/kept-import.ts';
import { kindsOfMapping } from '../domain/mapped-kinds.ts';
import type { ValueChoices } from '../domain/row-cells.ts';
import type { Table } from '../domain/table.ts';

const Row = z.object({ number: z.number(), cells: z.array(z.string()) });
const Piece = z.object({
  headings: z.array(z.string()),
  hasHeadings: z.boolean(),
  rows: z.array(Row),
  setAside: z.array(z.object({ row: Row, why: z.string() })),
});

/** The table of an import as it was read, put together from its pieces; null when it is no table or was emptied. */
export async function findKeptTable(
  tx: Tx,
  { importId }: Pick<KeptImport, 'importId'>,
): Promise<Table | null> {
  const rows = await tx
    .selectFrom('importRows')
    .select('content')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', importId)
    .where('kind', '=', 'raw')
    .orderBy('rowNumber')
    .execute();
  const pieces = rows.map(({ content }) => Piece.parse(content));
  const [first] = pieces;
  if (first === undefined) return null;
  return { ...first, rows: pieces.flatMap((piece) => piece.rows) };
}

export type Reading = {
  readonly mapping: readonly ColumnMapping[];
  readonly choices: ValueChoices;
};

/** Reads a kept table again, by what people say that its columns and values mean. */
export const readKeptTable = (tx: Tx, table: Table, { mapping, choices }: Reading): Assembled =>
  assembleTable(table, {
    today: tx.scope.today,
    checks: { upn: readUpn, uln: readUln, postcode: readPostcode },
    kinds: kindsOfMapping(mapping, table.headings),
    mapping,
    choices,
  });
