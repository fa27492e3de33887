import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Task } from '../domain/task.ts';

/** The address of a task's pages. */
export const OfTask = z.object({ taskId: z.uuid() });

export const addressOf = ({ taskId }: { readonly taskId: string }): string => `/tasks/${taskId}`;

/** The pupil that a task is about, if any: the view is recorded. */
export const pupilOfTask = ({ task }: { readonly task: Task }): readonly PupilId[] =>
  task.pupilId === null ? [] : [task.pupilId];

/** Refusals of every deed on a task. */
export const taskRefusals = {
  done_already: 'This task is done already. Reopen it first.',
  changed_since: 'Somebody has changed this task since you opened it. Open it again.',
} as const;
