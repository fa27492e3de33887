import { done, type Result, refused } from '#src/kernel/result.ts';
import type { Colleague } from '#src/modules/identity/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Task } from '../domain/task.ts';
import { tasksEvents } from '../domain/tasks.events.ts';
import { amendTask, ofTask } from './amend-task.ts';

const record = recorder(tasksEvents);

/** Gives an open task to a colleague: whoever hands it over waits for it from then on. */
export async function handOverTask(
  tx: Tx,
  { task, to }: { readonly task: Task; readonly to: Colleague },
): Promise<Result<void, 'done_already' | 'changed_since'>> {
  if (task.doneOn !== null) return refused('done_already');
  if (to.personId === task.ownerPersonId) return done(undefined);
  const set = { ownerPersonId: to.personId, givenByPersonId: tx.scope.actor.personId };
  if (!(await amendTask(tx, task, set))) return refused('changed_since');
  await record(tx, {
    type: 'TaskHandedOver',
    ...ofTask(task),
    changes: { owner: { before: task.ownerName, after: to.knownAs } },
  });
  return done(undefined);
}
