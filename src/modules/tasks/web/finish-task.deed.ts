import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { finishTask } from '../commands/finish-task.ts';
import { findTaskToChange } from '../queries/list-tasks.ts';
import { OfTask, taskRefusals } from './own-task.ts';

/** Marks a task done with one click, from Today. What came of it can be said on the task's own page. */
export default deed({
  path: '/tasks/:taskId/done',
  params: OfTask,
  may: 'task.own',
  from: () => '/today',
  load: ({ tx, params }) => findTaskToChange(tx, params.taskId),
  submit: async ({ tx, subject: task }) => {
    const done = await finishTask(tx, { task });
    return done.ok ? goTo('/today', 'Done. It can be undone below.') : refuse(taskRefusals[done.refusal]);
  },
});
