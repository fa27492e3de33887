import { daysBetween, middleDate, type SchoolDate, shortDay } from '#src/kernel/dates.ts';
import type { Task } from '#src/modules/tasks/index.ts';
import { type Action, ActionList } from '#src/ui/action-list.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { Card } from '#src/ui/card.tsx';
import { Tag } from '#src/ui/tag.tsx';
import { toDecideItems } from './today-concerns.view.tsx';
import type { TodayItems } from './today-items.ts';
import { sessionItems } from './today-sessions.view.tsx';

/** A button that posts to a deed: one click, without script too. */
function Deed({ task, path, label }: { task: Task; path: string; label: string }) {
  return (
    <form method="post" action={`/tasks/${task.taskId}/${path}`}>
      <SubmitButton kind="second">
        {label}
        <span class="govuk-visually-hidden">: {task.title}</span>
      </SubmitButton>
    </form>
  );
}

const lateWords = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'} late`;

/** Why a task stands where it stands: the pupil, who gave it, and its date. */
function whyOf(task: Task, names: TodayItems['names']): string {
  const name = task.pupilId === null ? undefined : names.get(task.pupilId);
  return [
    name ?? '',
    task.givenByPersonId === task.ownerPersonId ? '' : `from ${task.givenByName ?? 'Sendero'}`,
    task.dueOn === null ? 'no date' : `due ${middleDate(task.dueOn)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function End({ task, today }: { task: Task; today: SchoolDate }) {
  return (
    <>
      {task.dueOn === today && <Tag kind="warn">Due today</Tag>}
      {task.dueOn !== null && task.dueOn < today && (
        <Tag kind="late">{lateWords(daysBetween(task.dueOn, today))}</Tag>
      )}
      <Deed task={task} path="done" label="Done" />
    </>
  );
}

const whenWords = (task: Task, today: SchoolDate): string => {
  if (task.dueOn === null) return 'any time';
  return task.dueOn === today ? 'today' : shortDay(task.dueOn);
};

const mine = (task: Task, { names, today }: TodayItems): Action => ({
  when: whenWords(task, today),
  label: task.title,
  href: `/tasks/${task.taskId}`,
  why: whyOf(task, names),
  end: <End task={task} today={today} />,
});

const tellParents = 'Children and Families Act 2014, section 68: the school must tell the parents';

/** What the law and the imports ask of the SENCO, beside the tasks. */
function owedItems({ toBeTold, toBeToldMore, imports, seenByTrust, names }: TodayItems): readonly Action[] {
  return [
    ...toBeTold.map((line) => ({
      when: 'any time',
      label: `Tell the parents of ${line.forename} ${line.surname}`,
      href: `/pupils/${line.pupilId}/parents-told`,
      why: `SEN support${line.sinceOn === null ? '' : ` since ${middleDate(line.sinceOn)}`} · ${tellParents}`,
      end: <Tag kind="warn">Not told</Tag>,
    })),
    ...(toBeToldMore === 0
      ? []
      : [
          {
            when: '',
            label: `${toBeToldMore} more ${toBeToldMore === 1 ? 'pupil' : 'pupils'} whose parents are not yet told`,
            href: '/pupils?flags=untold',
            why: tellParents,
          },
        ]),
    ...seenByTrust.map((view) => ({
      when: middleDate(view.onDay),
      label: `Seen by the trust: ${names.get(view.pupilId) ?? 'a pupil'}`,
      href: `/pupils/${view.pupilId}/seen`,
      why: view.why,
      end: <Tag kind="watch">Trust</Tag>,
    })),
    ...imports.map((one) => ({
      when: 'any time',
      label: one.state === 'mapping' ? `Check the columns of ${one.fileName}` : `Review ${one.fileName}`,
      href: `/imports/${one.importId}`,
      why: 'Nothing of the file is taken in before somebody has looked',
      end: <Tag kind="watch">Import</Tag>,
    })),
  ];
}

/** Today: what is due or late, what has no date, and what is owed. */
export function TodayCard({ items }: { items: TodayItems }) {
  const dated = items.tasks.today.filter((task) => task.dueOn !== null);
  const undated = items.tasks.today.filter((task) => task.dueOn === null);
  const all = [
    ...sessionItems(items),
    ...dated.map((task) => mine(task, items)),
    ...toDecideItems(items),
    ...owedItems(items),
    ...undated.map((task) => mine(task, items)),
  ];
  return (
    <Card title="Today">
      {all.length === 0 ? <p class="quiet">Nothing is due today.</p> : <ActionList items={all} />}
    </Card>
  );
}

export function WeekCard({ items }: { items: TodayItems }) {
  const { week } = items.tasks;
  return (
    <Card title="This week">
      {week.length === 0 ? (
        <p class="quiet">Nothing else is due this week.</p>
      ) : (
        <ActionList items={week.map((task) => mine(task, items))} />
      )}
    </Card>
  );
}

export function WaitingCard({ items: { tasks, names, today } }: { items: TodayItems }) {
  if (tasks.waiting.length === 0) return null;
  return (
    <Card title="Waiting for others">
      <ActionList
        items={tasks.waiting.map((task) => ({
          when: task.dueOn === null ? 'any time' : middleDate(task.dueOn),
          label: `${task.ownerName}: ${task.title}`,
          href: `/tasks/${task.taskId}`,
          why: whyOf(task, names),
          end:
            task.dueOn !== null && task.dueOn < today ? (
              <Tag kind="late">{lateWords(daysBetween(task.dueOn, today))}</Tag>
            ) : undefined,
        }))}
      />
    </Card>
  );
}

export function LaterCard({ items: { tasks, names } }: { items: TodayItems }) {
  if (tasks.later.length === 0) return null;
  return (
    <Card title="Later">
      <ActionList
        items={tasks.later.map((task) => ({
          label: task.title,
          href: `/tasks/${task.taskId}`,
          why: whyOf(task, names),
        }))}
      />
    </Card>
  );
}

/** What was done today, so that a wrong click is taken back at once. */
export function DoneCard({ items: { tasks } }: { items: TodayItems }) {
  if (tasks.doneToday.length === 0) return null;
  return (
    <Card title="Done today">
      <ActionList
        items={tasks.doneToday.map((task) => ({
          label: task.title,
          href: `/tasks/${task.taskId}`,
          end: <Deed task={task} path="reopen" label="Undo" />,
        }))}
      />
    </Card>
  );
}
