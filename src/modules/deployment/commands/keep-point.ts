import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deploymentEvents } from '../domain/deployment.events.ts';

const record = recorder(deploymentEvents);

type NewPoint = {
  readonly pupilIds: readonly PupilId[];
  readonly words: string;
  readonly weekdays: readonly number[];
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** Says what pupils must not miss: nothing is placed for them then. One event a pupil. */
export async function addFixedPoints(tx: Tx, { pupilIds, weekdays, ...rest }: NewPoint): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const rows = pupilIds.flatMap((pupilId) =>
    weekdays.map((weekday) => ({ ...rest, schoolId, pupilId, weekday, fixedPointId: newId() })),
  );
  await tx.insertInto('fixedPoints').values(rows).execute();
  for (const pupilId of pupilIds) {
    const changes = {
      words: { before: null, after: rest.words },
      weekdays: { before: null, after: [...weekdays] },
      times: { before: null, after: [rest.fromMinute, rest.untilMinute] },
    };
    await record(tx, { type: 'FixedPointAdded', audience: 'plans', pupilId, changes });
  }
}

/** Takes back what a pupil must not miss. False when it was taken back already. */
export async function withdrawFixedPoint(
  tx: Tx,
  {
    fixedPointId,
    pupilId,
    words,
  }: { readonly fixedPointId: string; readonly pupilId: PupilId; readonly words: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('fixedPoints')
    .set((eb) => ({ withdrawnAt: tx.scope.clock.now(), version: eb('version', '+', 1) }))
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('fixedPointId', '=', fixedPointId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  const changes = { words: { before: words, after: null } };
  await record(tx, {
    type: 'FixedPointWithdrawn',
    audience: 'plans',
    pupilId: PupilId.parse(pupilId),
    subjectId: fixedPointId,
    changes,
  });
  return true;
}
