import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Task } from '../domain/task.ts';
import { tasksEvents } from '../domain/tasks.events.ts';
import { amendTask, ofTask } from './amend-task.ts';

const record = recorder(tasksEvents);

/** Gives an open task another date, with the reason. The same date changes nothing. */
export async function moveTask(
  tx: Tx,
  { task, dueOn, why }: { readonly task: Task; readonly dueOn: SchoolDate; readonly why: string },
): Promise<Result<void, 'in_past' | 'done_already' | 'changed_since'>> {
  if (task.doneOn !== null) return refused('done_already');
  if (dueOn < tx.scope.today) return refused('in_past');
  if (dueOn === task.dueOn) return done(undefined);
  if (!(await amendTask(tx, task, { dueOn }))) return refused('changed_since');
  await record(tx, {
    type: 'TaskMoved',
    ...ofTask(task),
    why,
    changes: { dueOn: { before: task.dueOn, after: dueOn } },
  });
  return done(undefined);
}
