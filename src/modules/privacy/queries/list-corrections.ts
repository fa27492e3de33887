import { z } from 'zod';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { personalDataDue } from '#src/modules/statutory/index.ts';
import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type CorrectionDecision, correctionDecisions } from '../domain/correction.form.ts';

export const CorrectionId = z.uuid().brand<'CorrectionId'>();
export type CorrectionId = z.output<typeof CorrectionId>;

export type Correction = {
  readonly correctionId: CorrectionId;
  readonly pupilId: PupilId;
  readonly askedBy: string;
  readonly receivedOn: SchoolDate;
  /** One month from receipt, as a request to see the record. */
  readonly dueOn: SchoolDate;
  readonly source: string;
  readonly item: string | null;
  readonly whatIsWrong: string;
  readonly decision: CorrectionDecision | null;
  readonly decidedOn: SchoolDate | null;
  readonly why: string | null;
  readonly statement: string | null;
  readonly version: number;
};

const correctionOf = (row: RowOf<'correctionRequests'>): Correction => ({
  ...row,
  correctionId: CorrectionId.parse(row.correctionId),
  pupilId: PupilId.parse(row.pupilId),
  receivedOn: schoolDate(row.receivedOn),
  dueOn: personalDataDue(schoolDate(row.receivedOn)).lastOn,
  decision: correctionDecisions.find(({ value }) => value === row.decision)?.value ?? null,
  decidedOn: row.decidedOn === null ? null : schoolDate(row.decidedOn),
});

const select = (tx: Tx) =>
  tx.selectFrom('correctionRequests').selectAll().where('schoolId', '=', tx.scope.actor.schoolId);

/** Every request to put the record of a pupil right, the newest first. */
export async function listCorrections(tx: Tx, pupilId: PupilId): Promise<readonly Correction[]> {
  const rows = await select(tx).where('pupilId', '=', pupilId).orderBy('receivedOn', 'desc').execute();
  return rows.map(correctionOf);
}

/** The requests of the whole school that are not decided, the oldest first. */
export async function listOpenCorrections(tx: Tx): Promise<readonly Correction[]> {
  const rows = await select(tx).where('decision', 'is', null).orderBy('receivedOn').execute();
  return rows.map(correctionOf);
}
