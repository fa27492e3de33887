import { newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { NewTask } from '../domain/task.ts';
import { tasksEvents } from '../domain/tasks.events.ts';

const record = recorder(tasksEvents);

/** Makes a task: given by the actor, to be done by its owner, who must be a member of the school. Returns its id. */
export async function addTask(tx: Tx, given: NewTask): Promise<string> {
  const { actor, clock } = tx.scope;
  const taskId = newId(clock.now().getTime());
  const { pupilId, ownerPersonId, title, origin, audience } = given;
  const [details, dueOn, originId] = [given.details ?? null, given.dueOn ?? null, given.originId ?? null];
  await tx
    .insertInto('tasks')
    .values({
      schoolId: actor.schoolId,
      taskId,
      pupilId,
      ownerPersonId,
      givenByPersonId: actor.personId,
      title,
      details,
      dueOn,
      origin,
      originId,
      audience,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'TaskAdded',
    audience,
    ...(pupilId === null ? {} : { pupilId }),
    subjectId: taskId,
    changes: {
      title: { before: null, after: title },
      ...(details === null ? {} : { details: { before: null, after: details } }),
      ...(dueOn === null ? {} : { dueOn: { before: null, after: dueOn } }),
    },
  });
  return taskId;
}
