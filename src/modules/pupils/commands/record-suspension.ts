import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

export type RecordedSuspension = {
  readonly pupilId: PupilId;
  readonly told: Told;
  readonly fromOn: SchoolDate;
  /** Half days; absent is not known. */
  readonly sessions?: number | undefined;
  /** A code of `suspension_category`. */
  readonly category: string;
  /** A code of `suspension_reason`, or words. */
  readonly reason?: string | undefined;
};

/** Takes in a suspension: one of a category a day; told again with other sessions or reason, it is amended. */
export async function recordSuspension(tx: Tx, given: RecordedSuspension): Promise<Changes> {
  const { pupilId, told, fromOn, category } = given;
  const held = await tx
    .selectFrom('suspensions')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .where('fromOn', '=', fromOn)
    .where('category', '=', category)
    .executeTakeFirst();
  const after = {
    category,
    ...(given.sessions === undefined ? {} : { sessions: given.sessions }),
    ...(given.reason === undefined ? {} : { reason: given.reason }),
  };
  const changes = changesBetween<Record<string, unknown>>(held ?? {}, after);
  if (nothingChanged(changes)) return changes;
  if (held === undefined) {
    await add(tx, 'suspensions', [{ suspensionId: newId(), pupilId, fromOn, ...told, ...after }]);
  } else {
    await amend(tx, 'suspensions', held.suspensionId, { ...told, ...after, version: held.version + 1 });
  }
  await record(tx, {
    type: 'SuspensionRecorded',
    audience: 'staff',
    pupilId,
    changes: { ...changes, fromOn: { before: held?.fromOn ?? null, after: fromOn }, ...toldChange(told) },
  });
  return changes;
}
