import { z } from 'zod';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { listTasksGiven, type Task } from '#src/modules/tasks/index.ts';
import { page } from '#src/platform/http/page.tsx';
import { Card } from '#src/ui/card.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { TaskTable } from './task-table.view.tsx';
import { TeamTabs } from './team-tabs.view.tsx';

const address = '/team/tasks';
/** What was finished stands for so many days. */
const daysBack = 14;

type Subject = { readonly tasks: readonly Task[]; readonly today: SchoolDate };

/** What was given to others, by whoever gave it, and what became of it: one list to follow up. */
export default page({
  path: address,
  params: z.object({}),
  may: 'team.read',
  about: ({ tasks }: Subject): readonly PupilId[] => [
    ...new Set(tasks.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId]))),
  ],
  section: 'Team',
  title: 'Given to others',
  load: async ({ tx }): Promise<Subject> => {
    const { today } = tx.scope;
    return { tasks: await listTasksGiven(tx, { doneFrom: addDays(today, -daysBack) }), today };
  },
  view: ({ subject: { tasks, today }, actor }) => {
    const isLate = ({ doneOn, dueOn }: Task) => doneOn === null && dueOn !== null && dueOn < today;
    const groups = [
      { title: 'Late', tasks: tasks.filter(isLate) },
      { title: 'Open', tasks: tasks.filter((task) => task.doneOn === null && !isLate(task)) },
      { title: 'Done in the last two weeks', tasks: tasks.filter(({ doneOn }) => doneOn !== null) },
    ].filter((group) => group.tasks.length > 0);
    return (
      <>
        <PageHead
          title="Given to others"
          lead="Tasks that somebody gave to somebody else, from meetings and by hand"
        />
        <TeamTabs actor={actor} current={address} />
        {groups.length === 0 && (
          <EmptyState title="Nothing is given to others">
            <p>
              What is agreed at a meeting, or added as a task for a colleague, stands here until it is done.
            </p>
          </EmptyState>
        )}
        {groups.map(({ title, tasks: some }) => (
          <Card key={title} title={`${title} · ${some.length}`}>
            <TaskTable caption={title} tasks={some} today={today} />
          </Card>
        ))}
      </>
    );
  },
});
