import { sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import { PupilId as PupilIdSchema } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { KeptImport } from '../domain/kept-import.ts';
import { know, matchPupil } from '../domain/match.ts';
import { IncomingPupilRow } from '../domain/stored-rows.ts';
import { type KeptRow, listImportRows } from './find-import.ts';
import { listKnownPupils } from './list-known-pupils.ts';
import { listPupilNames, type PupilName } from './list-pupil-names.ts';

export type OpenedRow = {
  readonly kept: KeptImport;
  readonly row: KeptRow;
  /** Pupils who may be meant, when that is asked; else the one who is. */
  readonly pupils: readonly PupilName[];
};

/** One record of an import with the pupils whom it may mean; null when there is none. */
export async function findImportRow(tx: Tx, kept: KeptImport, rowNumber: number): Promise<OpenedRow | null> {
  const [row] = await listImportRows(tx, kept.importId, { rowNumber });
  if (row === undefined) return null;
  return { kept, row, pupils: await listPupilNames(tx, await meant(tx, row)) };
}

/** Whom a record may mean: everybody it could be when it is asked, and who was chosen. */
async function meant(tx: Tx, row: KeptRow): Promise<PupilId[]> {
  if (row.kind !== 'pupil') return [];
  const chosen = row.matchId === null ? [] : [PupilIdSchema.parse(row.matchId)];
  if (row.state !== 'ask') return chosen;
  const match = matchPupil(IncomingPupilRow.parse(row.content), know(await listKnownPupils(tx)));
  const asked = match.kind === 'ask' ? match.pupilIds : match.kind === 'same' ? [match.pupilId] : [];
  return [...new Set([...asked, ...chosen])];
}

/** Whether another record of the import speaks of this pupil already. */
export async function isMeantElsewhere(
  tx: Tx,
  { kept, row }: Pick<OpenedRow, 'kept' | 'row'>,
  pupilId: PupilId,
): Promise<boolean> {
  const { rows } = await sql<{ one: number }>`
    select 1 as one from import_rows
    where school_id = ${tx.scope.actor.schoolId} and import_id = ${kept.importId} and kind = 'pupil'
      and row_number <> ${row.rowNumber} and match_id = ${pupilId}
      and (state <> 'ask' or decision in ('same', 'take')) limit 1`.execute(tx);
  return rows.length > 0;
}
