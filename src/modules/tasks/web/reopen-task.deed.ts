import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { reopenTask } from '../commands/finish-task.ts';
import { findTaskToChange } from '../queries/list-tasks.ts';
import { OfTask, taskRefusals } from './own-task.ts';

/** Undoes that a task was marked done. */
export default deed({
  path: '/tasks/:taskId/reopen',
  params: OfTask,
  may: 'task.own',
  from: () => '/today',
  load: ({ tx, params }) => findTaskToChange(tx, params.taskId),
  submit: async ({ tx, subject: task }) => {
    const done = await reopenTask(tx, task);
    if (done.ok) return goTo('/today', 'Undone. The task is open again.');
    return refuse(done.refusal === 'not_done' ? 'This task is open already.' : taskRefusals[done.refusal]);
  },
});
