import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { moveTask } from '../commands/move-task.ts';
import { moveTaskForm } from '../domain/task.form.ts';
import { findTaskToChange } from '../queries/list-tasks.ts';
import { addressOf, OfTask, pupilOfTask, taskRefusals } from './own-task.ts';

const { fields } = moveTaskForm;

export default page({
  path: '/tasks/:taskId/move',
  params: OfTask,
  may: 'task.own',
  about: pupilOfTask,
  section: 'Today',
  title: 'Move a task to another date',
  load: async ({ tx, params }) => {
    const task = await findTaskToChange(tx, params.taskId);
    return task === null ? null : { task };
  },
  form: moveTaskForm,
  view: ({ subject: { task }, attempt }) => (
    <div class="narrow">
      <PageHead title="Move a task to another date" lead={task.title} />
      <PostForm attempt={attempt} submit="Move" cancel={{ href: addressOf(task) }}>
        <FormField of={fields.dueOn} attempt={attempt} value={task.dueOn} />
        <FormField of={fields.why} attempt={attempt} />
        <FormField of={fields.version} attempt={attempt} value={task.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject, values: { dueOn, why, version } }) => {
    const done = await moveTask(tx, { task: { ...subject.task, version }, dueOn, why });
    if (done.ok) return goTo(addressOf(subject.task), 'Task moved');
    return done.refusal === 'in_past'
      ? refuse({ dueOn: 'New date must be today or later' })
      : refuse(taskRefusals[done.refusal]);
  },
});
