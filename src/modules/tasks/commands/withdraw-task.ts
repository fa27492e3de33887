import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Task } from '../domain/task.ts';
import { tasksEvents } from '../domain/tasks.events.ts';
import { amendTask, ofTask } from './amend-task.ts';

const record = recorder(tasksEvents);

/** Withdraws a task that need not be done, with the reason. What was done stays done. */
export async function withdrawTask(
  tx: Tx,
  { task, why }: { readonly task: Task; readonly why: string },
): Promise<Result<void, 'done_already' | 'changed_since'>> {
  if (task.doneOn !== null) return refused('done_already');
  const set = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why };
  if (!(await amendTask(tx, task, set))) return refused('changed_since');
  await record(tx, {
    type: 'TaskWithdrawn',
    ...ofTask(task),
    why,
    changes: { title: { before: task.title, after: null } },
  });
  return done(undefined);
}
