import { type Colleague, listColleagues } from '#src/modules/identity/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { handOverTask } from '../commands/hand-over-task.ts';
import { handOverForm } from '../domain/task.form.ts';
import type { Task } from '../domain/task.ts';
import { findTaskToChange } from '../queries/list-tasks.ts';
import { addressOf, OfTask, pupilOfTask, taskRefusals } from './own-task.ts';

const { fields } = handOverForm;
type Subject = { readonly task: Task; readonly colleagues: readonly Colleague[] };

/** Who may be chosen reaches the pupil of the task: nobody is given what they may not see. */
export default page({
  path: '/tasks/:taskId/hand-over',
  params: OfTask,
  may: 'task.own',
  about: pupilOfTask,
  section: 'Today',
  title: 'Hand a task over',
  load: async ({ tx, params }): Promise<Subject | null> => {
    const task = await findTaskToChange(tx, params.taskId);
    if (task === null) return null;
    return { task, colleagues: await listColleagues(tx, { permission: 'task.own', pupilId: task.pupilId }) };
  },
  form: handOverForm,
  view: ({ subject: { task, colleagues }, attempt }) => (
    <div class="narrow">
      <PageHead title="Hand a task over" lead={task.title} />
      <PostForm attempt={attempt} submit="Hand over" cancel={{ href: addressOf(task) }}>
        <FormField
          of={fields.ownerPersonId}
          attempt={attempt}
          options={colleagues
            .filter((one) => one.personId !== task.ownerPersonId)
            .map((one) => ({ value: one.personId, label: one.knownAs }))}
        />
        <FormField of={fields.version} attempt={attempt} value={task.version} />
      </PostForm>
    </div>
  ),
  submit: async ({ tx, subject: { task, colleagues }, values }) => {
    const to = colleagues.find((one) => one.personId === values.ownerPersonId);
    if (to === undefined) return refuse({ ownerPersonId: 'Select who does it' });
    const done = await handOverTask(tx, { task: { ...task, version: values.version }, to });
    return done.ok ? goTo('/today', 'Task handed over') : refuse(taskRefusals[done.refusal]);
  },
});
