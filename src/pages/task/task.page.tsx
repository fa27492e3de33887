import { z } from 'zod';
import { type Actor, may } from '#src/kernel/access.ts';
import { longDate } from '#src/kernel/dates.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import {
  findTask,
  findTaskToChange,
  finishTask,
  finishTaskForm,
  originWords,
  type Task,
} from '#src/modules/tasks/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { ActionList } from '#src/ui/action-list.tsx';
import { Card } from '#src/ui/card.tsx';
import { Columns } from '#src/ui/columns.tsx';
import { FormField } from '#src/ui/form-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PostForm } from '#src/ui/post-form.tsx';
import { SummaryList } from '#src/ui/summary-list.tsx';

import { HeardBy } from '../pupil/heard-by.view.tsx';

const { fields } = finishTaskForm;

type Subject = { readonly task: Task; readonly name: string | null; readonly canChange: boolean };

/** One task: what, whose and until when; done here, with what came of it. */
export default page({
  path: '/tasks/:taskId',
  params: z.object({ taskId: z.uuid() }),
  may: 'task.own',
  about: ({ task }: Subject) => (task.pupilId === null ? [] : [task.pupilId]),
  section: 'Today',
  title: 'Task',
  load: async ({ tx, params }): Promise<Subject | null> => {
    const task = await findTask(tx, params.taskId);
    if (task === null) return null;
    const names = await listNamesOf(tx, [task.pupilId]);
    const name = task.pupilId === null ? null : (names.get(task.pupilId) ?? null);
    return { task, name, canChange: (await findTaskToChange(tx, params.taskId)) !== null };
  },
  form: finishTaskForm,
  view: ({ subject, attempt, actor }) => {
    const { task, canChange } = subject;
    const isOpen = task.doneOn === null;
    return (
      <>
        <PageHead title={task.title} lead={originWords[task.origin]} />
        <Columns side={canChange && isOpen ? <Other task={task} /> : null}>
          <Card>
            <Facts subject={subject} actor={actor} />
          </Card>
          {canChange && isOpen && (
            <PostForm attempt={attempt} submit="Mark as done" cancel={{ href: '/today' }}>
              <FormField of={fields.outcome} attempt={attempt} />
              <FormField of={fields.version} attempt={attempt} value={task.version} />
            </PostForm>
          )}
        </Columns>
      </>
    );
  },
  submit: async ({ tx, subject: { task, canChange }, values: { outcome, version } }) => {
    if (!canChange) return refuse('Only its owner or whoever gave it can finish this task.');
    const done = await finishTask(tx, { task: { ...task, version }, outcome });
    if (done.ok) return goTo('/today', 'Done. It can be undone below.');
    return refuse(
      done.refusal === 'done_already'
        ? 'This task is done already.'
        : 'Somebody has changed this task since you opened it. Open it again.',
    );
  },
});

function Facts({ subject: { task, name }, actor }: { subject: Subject; actor: Actor }) {
  return (
    <SummaryList
      rows={[
        { key: 'Who does it', value: task.ownerName },
        { key: 'Given by', value: task.givenByName ?? 'Sendero' },
        { key: 'Due on', value: task.dueOn === null ? 'Any time' : longDate(task.dueOn) },
        ...(task.pupilId === null
          ? []
          : [{ key: 'Pupil', value: <a href={`/pupils/${task.pupilId}`}>{name ?? 'Open the pupil'}</a> }]),
        ...(task.origin === 'concern' && task.originId !== null
          ? [{ key: 'Concern', value: <a href={`/concerns/${task.originId}`}>Open the concern</a> }]
          : []),
        ...(task.origin === 'team_meeting' && task.originId !== null && may(actor, 'team.read')
          ? [{ key: 'Meeting', value: <a href={`/team/meetings/${task.originId}`}>Open the meeting</a> }]
          : []),
        ...(task.pupilId === null
          ? []
          : [
              {
                key: 'Who may read it',
                value: (
                  <HeardBy
                    pupilId={task.pupilId}
                    of={{ kind: 'task', recordId: task.taskId, audience: task.audience }}
                    actor={actor}
                  />
                ),
              },
            ]),
        ...(task.details === null ? [] : [{ key: 'Details', value: task.details }]),
        ...(task.doneOn === null ? [] : [{ key: 'Done on', value: longDate(task.doneOn) }]),
        ...(task.outcome === null ? [] : [{ key: 'What came of it', value: task.outcome }]),
      ]}
    />
  );
}

function Other({ task }: { task: Task }) {
  const address = `/tasks/${task.taskId}`;
  return (
    <Card title="Or">
      <ActionList
        items={[
          { label: 'Move it to another date', href: `${address}/move` },
          { label: 'Hand it over', href: `${address}/hand-over` },
          { label: 'Withdraw it', href: `${address}/withdraw` },
        ]}
      />
    </Card>
  );
}
