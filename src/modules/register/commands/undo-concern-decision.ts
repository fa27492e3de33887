import { done, type Result, refused } from '#src/kernel/result.ts';
import { findTask, reopenTask, withdrawTask } from '#src/modules/tasks/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Concern, ConcernDecision } from '../domain/concern.ts';
import { type Built, refusalOfUndo, type UndoDecisionRefusal } from '../domain/concern-decision.ts';
import { registerEvents } from '../domain/register.events.ts';
import { latestOf } from '../domain/sen-status.ts';
import { getSenRecord, type SenRecord } from '../queries/find-sen-record.ts';
import { undoStatusChange } from './undo-status-change.ts';

const record = recorder(registerEvents);
const why = 'Undone the same day';

/**
 * Takes back a decision made today, with the task, the status and the need that it made; the task that it had
 * finished is open again (rule concern-4). After a refusal the transaction is to be rolled back.
 */
export async function undoConcernDecision(
  tx: Tx,
  { concern, decision }: { readonly concern: Concern; readonly decision: ConcernDecision },
): Promise<Result<void, UndoDecisionRefusal>> {
  const held = await getSenRecord(tx, concern.pupilId);
  const refusal = refusalOfUndo(decision, concern, { built: builtBy(decision, held), today: tx.scope.today });
  if (refusal !== null) return refused(refusal);
  if (!(await takeBackTasks(tx, decision))) return refused('built_on');
  if (decision.needId !== null) await withdrawNeed(tx, held, decision.needId);
  if (decision.statusId !== null) {
    const undone = await undoStatusChange(tx, decision.statusId);
    if (!undone.ok) return refused('built_on');
  }
  const { numUpdatedRows } = await tx
    .updateTable('concernDecisions')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why, version: decision.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('concernDecisionId', '=', decision.concernDecisionId)
    .where('version', '=', decision.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('not_latest');
  await record(tx, {
    type: 'ConcernDecisionUndone',
    audience: 'staff',
    pupilId: concern.pupilId,
    subjectId: concern.concernId,
    changes: { decision: { before: decision.outcome, after: null } },
  });
  return done(undefined);
}

function builtBy({ task, statusId, needId }: ConcernDecision, held: SenRecord): Built {
  const status = held.statuses.find((one) => one.statusId === statusId);
  const need = held.needs.find((one) => one.needId === needId);
  return {
    task,
    status:
      statusId === null
        ? null
        : { isLatest: latestOf(held.statuses)?.statusId === statusId, version: status?.version ?? 0 },
    need: needId === null ? null : { isOnly: held.needs.length === 1, version: need?.version ?? 0 },
  };
}

/** False when somebody changed one of the tasks meanwhile. */
async function takeBackTasks(tx: Tx, { task, endedTaskId }: ConcernDecision): Promise<boolean> {
  const made = task === null ? null : await findTask(tx, task.taskId);
  if (made !== null && !(await withdrawTask(tx, { task: made, why })).ok) return false;
  const ended = endedTaskId === null ? null : await findTask(tx, endedTaskId);
  return ended === null || (await reopenTask(tx, ended)).ok;
}

async function withdrawNeed(tx: Tx, held: SenRecord, needId: string): Promise<void> {
  const need = held.needs.find((one) => one.needId === needId);
  if (need === undefined) return;
  await amend(tx, 'needs', needId, {
    withdrawnAt: tx.scope.clock.now(),
    withdrawnWhy: why,
    version: need.version + 1,
  });
  await record(tx, {
    type: 'NeedsChanged',
    audience: 'staff',
    pupilId: held.pupilId,
    why,
    changes: { needs: { before: need.senType, after: null } },
  });
}
