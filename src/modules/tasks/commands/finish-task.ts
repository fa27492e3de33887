import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Task } from '../domain/task.ts';
import { tasksEvents } from '../domain/tasks.events.ts';
import { amendTask, ofTask } from './amend-task.ts';

const record = recorder(tasksEvents);

/** Finishes an open task, with what came of it if there is something to say. */
export async function finishTask(
  tx: Tx,
  { task, outcome }: { readonly task: Task; readonly outcome?: string | undefined },
): Promise<Result<void, 'done_already' | 'changed_since'>> {
  if (task.doneOn !== null) return refused('done_already');
  const after = outcome ?? null;
  if (!(await amendTask(tx, task, { doneAt: tx.scope.clock.now(), outcome: after }))) {
    return refused('changed_since');
  }
  await record(tx, {
    type: 'TaskFinished',
    ...ofTask(task),
    changes: {
      title: { before: null, after: task.title },
      doneOn: { before: null, after: tx.scope.today },
      ...(after === null ? {} : { outcome: { before: task.outcome, after } }),
    },
  });
  return done(undefined);
}

/** Takes the finishing back: the task is open again, as it was. */
export async function reopenTask(tx: Tx, task: Task): Promise<Result<void, 'not_done' | 'changed_since'>> {
  if (task.doneOn === null) return refused('not_done');
  if (!(await amendTask(tx, task, { doneAt: null, outcome: null }))) return refused('changed_since');
  await record(tx, {
    type: 'TaskReopened',
    ...ofTask(task),
    changes: {
      doneOn: { before: task.doneOn, after: null },
      ...(task.outcome === null ? {} : { outcome: { before: task.outcome, after: null } }),
    },
  });
  return done(undefined);
}
