import { z } from 'zod';
import { endpoint, refuseAsStale, refuseWith } from '#src/api/endpoint.ts';
import { textField } from '#src/api/parts.ts';
import { finishTask } from '../commands/finish-task.ts';
import { finishTaskForm } from '../domain/task.form.ts';
import { findTaskToChange } from '../queries/list-tasks.ts';
import { OfTask, taskRefusals } from './own-task.ts';

const { outcome, version } = finishTaskForm.fields;

/** Finishes an open task, with what came of it. */
export default endpoint({
  method: 'POST',
  path: '/tasks/:taskId/finish',
  summary: 'Finish a task',
  params: OfTask,
  body: z.strictObject({ outcome: textField(outcome.schema).optional(), version: version.schema }),
  example: { outcome: 'The family agreed', version: 1 },
  may: 'task.own',
  about: { none: 'It answers with ids; what was finished is an event' },
  answer: z.object({ taskId: z.uuid(), version: z.int() }),
  handle: async ({ tx, params, body }) => {
    const task = await findTaskToChange(tx, params.taskId);
    if (task === null) return null;
    const done = await finishTask(tx, { task: { ...task, version: body.version }, outcome: body.outcome });
    if (done.ok) return { taskId: task.taskId, version: body.version + 1 };
    const words = taskRefusals[done.refusal];
    return done.refusal === 'changed_since' ? refuseAsStale(words) : refuseWith(words);
  },
});
