import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Task } from '#src/modules/tasks/index.ts';
import { DataTable } from '#src/ui/data-table.tsx';
import { Tag } from '#src/ui/tag.tsx';

const columns = [
  { key: 'what', label: 'What', isRowHead: true },
  { key: 'who', label: 'Who' },
  { key: 'until', label: 'Until' },
  { key: 'state', label: 'State' },
] as const;

/** Tasks with whose they are, until when, and what came of them. */
export const TaskTable = ({
  caption,
  tasks,
  today,
}: {
  readonly caption: string;
  readonly tasks: readonly Task[];
  readonly today: SchoolDate;
}) => (
  <DataTable
    caption={caption}
    columns={columns}
    isStacked
    rows={tasks.map((task) => ({
      what: (
        <>
          <a href={`/tasks/${task.taskId}`}>{task.title}</a>
          {task.outcome !== null && <span class="why">{task.outcome}</span>}
        </>
      ),
      who: task.ownerName,
      until: task.dueOn === null ? 'Any time' : middleDate(task.dueOn),
      state: <StateTag task={task} today={today} />,
    }))}
  />
);

function StateTag({ task, today }: { readonly task: Task; readonly today: SchoolDate }) {
  if (task.doneOn !== null) return <Tag kind="good">Done {middleDate(task.doneOn)}</Tag>;
  if (task.dueOn !== null && task.dueOn < today) return <Tag kind="late">Late</Tag>;
  return <Tag kind="watch">Open</Tag>;
}
