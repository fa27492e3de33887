import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { registerEvents } from '../domain/register.events.ts';
import { inForceOn } from '../domain/sen-status.ts';
import { getSenRecord } from '../queries/find-sen-record.ts';

const record = recorder(registerEvents);

export type ToldRefusal = 'no_status' | 'before_birth' | 'in_future';

/** Notes on which day parents were told of the status in force (CFA 2014 s68). The same day again changes nothing. */
export async function recordParentsTold(
  tx: Tx,
  given: { readonly pupilId: PupilId; readonly toldOn: SchoolDate; readonly how?: string | undefined },
): Promise<Result<boolean, ToldRefusal>> {
  const { pupilId, toldOn, how } = given;
  const held = await getSenRecord(tx, pupilId);
  const now = inForceOn(held.statuses, tx.scope.today);
  if (now === null || now.status === 'none') return refused('no_status');
  if (toldOn < held.bornOn) return refused('before_birth');
  if (toldOn > tx.scope.today) return refused('in_future');
  if (now.parentsToldOn === toldOn) return done(false);
  await amend(tx, 'senStatuses', now.statusId, { parentsToldOn: toldOn, version: now.version + 1 });
  await record(tx, {
    type: 'ParentsTold',
    audience: 'staff',
    pupilId,
    subjectId: now.statusId,
    why: how,
    changes: { parentsToldOn: { before: now.parentsToldOn, after: toldOn } },
  });
  return done(true);
}
