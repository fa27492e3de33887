import { type Audience, audiences } from '#src/kernel/access.ts';
import { addDays, plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId, PupilId } from '#src/kernel/ids.ts';

/** Where a task was made. */
export const taskOrigins = ['by_hand', 'contact', 'concern', 'team_meeting'] as const;
export type TaskOrigin = (typeof taskOrigins)[number];

export const taskOrigin = (text: string): TaskOrigin => {
  const origin = taskOrigins.find((known) => known === text);
  if (origin === undefined) throw new Error(`Unknown origin ${text}`);
  return origin;
};

export const originWords: Readonly<Record<TaskOrigin, string>> = {
  by_hand: 'Entered by hand',
  contact: 'Follows a contact that was logged',
  concern: 'Follows a concern',
  team_meeting: 'Agreed at a team meeting',
};

export const taskAudience = (text: string): Audience => {
  const audience = audiences.find((known) => known === text);
  if (audience === undefined) throw new Error(`Unknown audience ${text}`);
  return audience;
};

/** One commitment: what, whose, until when, and what came of it. */
export type Task = {
  readonly taskId: string;
  readonly pupilId: PupilId | null;
  readonly ownerPersonId: PersonId;
  /** As known at the school. */
  readonly ownerName: string;
  /** Who gave it last; null for the program itself. */
  readonly givenByPersonId: PersonId | null;
  readonly givenByName: string | null;
  readonly title: string;
  readonly details: string | null;
  readonly dueOn: SchoolDate | null;
  readonly origin: TaskOrigin;
  readonly originId: string | null;
  readonly outcome: string | null;
  /** The day in London on which it was finished; null while it is open. */
  readonly doneOn: SchoolDate | null;
  readonly audience: Audience;
  readonly version: number;
};

/** A task to be made. Without an owner it is the actor's own. */
export type NewTask = {
  readonly pupilId: PupilId | null;
  readonly ownerPersonId: PersonId;
  readonly title: string;
  readonly details?: string | undefined;
  readonly dueOn?: SchoolDate | undefined;
  readonly origin: TaskOrigin;
  readonly originId?: string | undefined;
  readonly audience: Audience;
};

/** Open tasks in the order of a day's work: today's and late ones, those of the week, the rest. */
export type TaskPlan = {
  /** Due today or late, the latest first; then those without a date. */
  readonly today: readonly Task[];
  /** Due after today, until Sunday. */
  readonly week: readonly Task[];
  readonly later: readonly Task[];
  /** Given to others and still open. */
  readonly waiting: readonly Task[];
  readonly doneToday: readonly Task[];
};

/** Sunday of the week of a day: the last day of This week. */
export const weekEndOf = (today: SchoolDate): SchoolDate => addDays(today, 7 - plain(today).dayOfWeek);

const byDueDay = (one: Task, other: Task): number => {
  if (one.dueOn === other.dueOn) return one.title.localeCompare(other.title, 'en-GB');
  if (one.dueOn === null) return 1;
  return other.dueOn === null || one.dueOn < other.dueOn ? -1 : 1;
};

/** Sorts the tasks that somebody owns or gave into the parts of Today. */
export function planTasks(tasks: readonly Task[], me: PersonId, today: SchoolDate): TaskPlan {
  const sunday = weekEndOf(today);
  const open = tasks.filter((task) => task.doneOn === null).toSorted(byDueDay);
  const mine = open.filter((task) => task.ownerPersonId === me);
  return {
    today: mine.filter((task) => task.dueOn === null || task.dueOn <= today),
    week: mine.filter((task) => task.dueOn !== null && task.dueOn > today && task.dueOn <= sunday),
    later: mine.filter((task) => task.dueOn !== null && task.dueOn > sunday),
    waiting: open.filter((task) => task.ownerPersonId !== me && task.givenByPersonId === me),
    doneToday: tasks.filter((task) => task.doneOn === today && task.ownerPersonId === me),
  };
}
