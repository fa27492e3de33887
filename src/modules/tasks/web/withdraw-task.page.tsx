import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { withdrawTask } from '../commands/withdraw-task.ts';
import { withdrawTaskForm } from '../domain/task.form.ts';
import { findTaskToChange } from '../queries/list-tasks.ts';
import { addressOf, OfTask, pupilOfTask, taskRefusals } from './own-task.ts';

const { fields } = withdrawTaskForm;

export default page({
  path: '/tasks/:taskId/withdraw',
  params: OfTask,
  may: 'task.own',
  about: pupilOfTask,
  section: 'Today',
  title: 'Withdraw a task',
  load: async ({ tx, params }) => {
    const task = await findTaskToChange(tx, params.taskId);
    return task === null ? null : { task };
  },
  form: withdrawTaskForm,
  view: ({ subject: { task }, attempt }) => (
    <div class="narrow">
      <PageHead title="Withdraw a task" lead={task.title} />
      <PostForm attempt={attempt} submit="Withdraw" kind="warning" cancel={{ href: addressOf(task) }}>
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.version} attempt={attempt} value={task.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values: { why, version } }) => {
    const done = await withdrawTask(tx, { task: { ...subject.task, version }, why });
    return done.ok ? goTo('/today', 'Task withdrawn') : refuse(taskRefusals[done.refusal]);
  },
});
