import { z } from 'zod';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type HoldKind, holdKinds } from '../domain/retention.form.ts';

export const HoldId = z.uuid().brand<'HoldId'>();
export type HoldId = z.output<typeof HoldId>;

export type Hold = {
  readonly holdId: HoldId;
  readonly kind: HoldKind;
  readonly why: string;
  readonly fromOn: SchoolDate;
  readonly endedOn: SchoolDate | null;
  readonly endedWhy: string | null;
  readonly version: number;
};

const kindOf = (text: string): HoldKind => holdKinds.find(({ value }) => value === text)?.value ?? 'other';

/** Every hold of a pupil's records, the newest first. */
export async function listHolds(tx: Tx, pupilId: PupilId): Promise<readonly Hold[]> {
  const rows = await tx
    .selectFrom('retentionHolds')
    .select(['holdId', 'kind', 'why', 'fromOn', 'endedOn', 'endedWhy', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .orderBy('fromOn', 'desc')
    .orderBy('holdId', 'desc')
    .execute();
  return rows.map((row) => ({
    ...row,
    holdId: HoldId.parse(row.holdId),
    kind: kindOf(row.kind),
    fromOn: schoolDate(row.fromOn),
    endedOn: row.endedOn === null ? null : schoolDate(row.endedOn),
  }));
}
