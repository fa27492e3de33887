import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { schoolEvents } from '../domain/school.events.ts';
import type { Closure } from '../domain/school-calendar.ts';
import { ClosureId, type KeptClosure } from '../domain/school-records.ts';

const record = recorder(schoolEvents);

/** Says that the school is shut from a day until the day on which it opens again (snow, a broken boiler). */
export async function addClosure(
  tx: Tx,
  closure: Closure,
): Promise<Result<ClosureId, 'reopens_too_early' | 'overlaps'>> {
  const { from: fromOn, reopensOn, reason } = closure;
  if (reopensOn <= fromOn) return refused('reopens_too_early');
  const { schoolId } = tx.scope.actor;
  const other = await tx
    .selectFrom('closures')
    .select('closureId')
    .where('schoolId', '=', schoolId)
    .where('withdrawnAt', 'is', null)
    .where('fromOn', '<', reopensOn)
    .where('reopensOn', '>', fromOn)
    .executeTakeFirst();
  if (other !== undefined) return refused('overlaps');
  const closureId = ClosureId.parse(newId());
  await tx.insertInto('closures').values({ schoolId, closureId, fromOn, reopensOn, reason }).execute();
  const changes = {
    fromOn: { before: null, after: fromOn },
    reopensOn: { before: null, after: reopensOn },
    reason: { before: null, after: reason },
  };
  await record(tx, { type: 'ClosureAdded', audience: 'figures', subjectId: closureId, changes });
  return done(closureId);
}

/** Takes back a closure that did not happen: the days count as school days again. */
export async function withdrawClosure(tx: Tx, closure: KeptClosure): Promise<void> {
  const { actor, clock } = tx.scope;
  await tx
    .updateTable('closures')
    .set({ withdrawnAt: clock.now() })
    .where('schoolId', '=', actor.schoolId)
    .where('closureId', '=', closure.closureId)
    .execute();
  const changes = { fromOn: { before: closure.from, after: null } };
  await record(tx, { type: 'ClosureWithdrawn', audience: 'figures', subjectId: closure.closureId, changes });
}
