import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, Day, partOf, walk } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { taskOrigins } from '../domain/task.ts';
import { listTasksInParts } from '../queries/list-tasks.ts';

const Task = z.object({
  taskId: z.uuid(),
  pupilId: z.uuid().nullable(),
  title: z.string(),
  details: z.string().nullable(),
  ownerPersonId: z.uuid(),
  ownerName: z.string(),
  givenByName: z.string().nullable(),
  dueOn: Day.nullable(),
  origin: z.enum(taskOrigins),
  outcome: z.string().nullable(),
  doneOn: Day.nullable(),
  version: z.int().describe('To be sent back when the task is finished'),
});

/** The tasks that the token may see: about pupils within its reach, of its own, and of all for whole-school roles. */
export default endpoint({
  method: 'GET',
  path: '/tasks',
  summary: 'Tasks, in parts, in the order in which they were made',
  search: z.strictObject({
    ...walk,
    pupil: PupilId.optional(),
    state: z.enum(['open', 'done', 'all']).default('open'),
  }),
  may: 'task.own',
  about: ({ items }) => [
    ...new Set(items.flatMap(({ pupilId }) => (pupilId === null ? [] : [PupilId.parse(pupilId)]))),
  ],
  answer: partOf(Task),
  handle: async ({ tx, search: { after = null, limit, pupil = null, state } }) =>
    cutPart(
      await listTasksInParts(tx, { pupilId: pupil, state, after, limit: limit + 1 }),
      limit,
      (task) => task.taskId,
    ),
});
