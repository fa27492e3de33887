import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Concern, mayWithdraw } from '../domain/concern.ts';
import { registerEvents } from '../domain/register.events.ts';
import { findConcern } from '../queries/list-concerns.ts';

const record = recorder(registerEvents);

/**
 * Withdraws a concern that was raised in error, with the reason; it stays to be read (rule concern-5). What was
 * decided of it stands: a status or a task is taken back where it was made.
 */
export async function withdrawConcern(
  tx: Tx,
  { concern, why }: { readonly concern: Concern; readonly why: string },
): Promise<Result<void, 'withdrawn_already' | 'decided_since'>> {
  const { actor, clock } = tx.scope;
  const isDeciding = actor.permissions.has('concern.decide');
  const { numUpdatedRows } = await tx
    .updateTable('concerns')
    .set({ withdrawnAt: clock.now(), withdrawnWhy: why, version: concern.version + 1 })
    .where('schoolId', '=', actor.schoolId)
    .where('concernId', '=', concern.concernId)
    .where('version', '=', concern.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('withdrawn_already');
  // Read after the row is held: a decision made meanwhile is seen here.
  const now = await findConcern(tx, concern.concernId);
  const before = now === null ? null : { ...now, withdrawnWhy: null };
  if (before === null || !mayWithdraw(before, { personId: actor.personId, isDeciding }))
    return refused('decided_since');
  await record(tx, {
    type: 'ConcernWithdrawn',
    audience: 'notes',
    pupilId: concern.pupilId,
    subjectId: concern.concernId,
    why,
    changes: { observed: { before: concern.observed, after: null } },
  });
  return done(undefined);
}
