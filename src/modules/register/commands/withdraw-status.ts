import { addDays } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { entryIn, getSenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

/**
 * Withdraws a status that was entered wrongly, with the reason; it stays to be read. The status that it had followed
 * runs on in its place. A file that tells the same again does not bring it back.
 */
export async function withdrawStatus(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly statusId: string; readonly why: string },
): Promise<Result<null, 'already_withdrawn'>> {
  const held = await getSenRecord(tx, given.pupilId);
  const entry = entryIn(held, given.statusId);
  if (entry === undefined) throw new NotFound();
  if (entry.withdrawnAt !== null) return refused('already_withdrawn');
  await amend(tx, 'senStatuses', entry.statusId, {
    withdrawnAt: tx.scope.clock.now(),
    withdrawnWhy: given.why,
    version: entry.version + 1,
  });
  const before = held.statuses.find((one) => one.untilOn === addDays(entry.fromOn, -1));
  if (before !== undefined) {
    const { untilOn } = entry;
    await amend(tx, 'senStatuses', before.statusId, { untilOn, version: before.version + 1 });
  }
  await record(tx, {
    type: 'StatusWithdrawn',
    audience: 'staff',
    pupilId: given.pupilId,
    subjectId: entry.statusId,
    why: given.why,
    changes: {
      status: { before: entry.status, after: before?.status ?? null },
      fromOn: { before: entry.fromOn, after: null },
    },
  });
  return done(null);
}
