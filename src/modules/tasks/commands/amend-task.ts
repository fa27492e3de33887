import type { RowOf } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Task } from '../domain/task.ts';

type Set = Partial<
  Pick<
    RowOf<'tasks'>,
    'outcome' | 'doneAt' | 'dueOn' | 'ownerPersonId' | 'givenByPersonId' | 'withdrawnAt' | 'withdrawnWhy'
  >
>;

/** Changes a task that is as it was read. False when somebody has changed or withdrawn it since. */
export async function amendTask(tx: Tx, task: Task, set: Set): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('tasks')
    .set({ ...set, version: task.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('taskId', '=', task.taskId)
    .where('version', '=', task.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What every event of a task says: whose record it is, and which. */
export const ofTask = ({ taskId, pupilId, audience }: Task) => ({
  audience,
  ...(pupilId === null ? {} : { pupilId }),
  subjectId: taskId,
});
