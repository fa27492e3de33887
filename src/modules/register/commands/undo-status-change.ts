import { z } from 'zod';
import { addDays } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { latestOf } from '../domain/sen-status.ts';
import { mayUndo } from '../domain/status-change.ts';
import { getSenRecord, type SenRecord, type StatusEntry } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

export type UndoRefusal = 'not_today' | 'not_latest';

/**
 * Takes back a change of status made today in Sendero: the entry is withdrawn, and what it ended or put right
 * stands again as it was. Returns the pupil's id. An entry that nobody here may see throws `NotFound`.
 */
export async function undoStatusChange(tx: Tx, statusId: string): Promise<Result<PupilId, UndoRefusal>> {
  const pupilId = await findPupilOf(tx, statusId);
  if (pupilId === null) throw new NotFound();
  const held = await getSenRecord(tx, pupilId);
  const latest = latestOf(held.statuses);
  if (latest?.statusId !== statusId) return refused('not_latest');
  if (!mayUndo(latest, tx.scope.today)) return refused('not_today');
  await amend(tx, 'senStatuses', statusId, {
    withdrawnAt: tx.scope.clock.now(),
    withdrawnWhy: 'Undone the same day',
    version: latest.version + 1,
  });
  const before = await standAgain(tx, held, latest);
  await record(tx, {
    type: 'StatusChangeUndone',
    audience: 'staff',
    pupilId,
    subjectId: statusId,
    changes: { status: { before: latest.status, after: before?.status ?? null } },
  });
  return done(pupilId);
}

async function findPupilOf(tx: Tx, statusId: string): Promise<PupilId | null> {
  const row = await tx
    .selectFrom('senStatuses')
    .select('pupilId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('statusId', '=', statusId)
    .executeTakeFirst();
  return row === undefined ? null : PupilId.parse(row.pupilId);
}

const Ended = z.object({ endedOn: z.object({ before: z.string().nullable() }) });

/** What the change had ended, open again until the day it had before; or what it had put right, back in force. */
async function standAgain(tx: Tx, held: SenRecord, undone: StatusEntry): Promise<StatusEntry | null> {
  const corrected = held.withdrawn.find(
    (one) => one.fromOn === undone.fromOn && one.withdrawnAt === undone.recordedAt,
  );
  if (corrected !== undefined) {
    await amend(tx, 'senStatuses', corrected.statusId, {
      withdrawnAt: null,
      withdrawnWhy: null,
      version: corrected.version + 1,
    });
    return corrected;
  }
  const event = await tx
    .selectFrom('events')
    .select('changes')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', held.pupilId)
    .where('type', '=', 'StatusChanged')
    .where('subjectId', '=', undone.statusId)
    .executeTakeFirst();
  const ended = Ended.safeParse(event?.changes);
  const before = held.statuses.find((one) => one.untilOn === addDays(undone.fromOn, -1));
  if (!ended.success || before === undefined) return null;
  await amend(tx, 'senStatuses', before.statusId, {
    untilOn: ended.data.endedOn.before,
    version: before.version + 1,
  });
  return before;
}
