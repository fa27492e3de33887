import { z } from 'zod';
import { endpoint, refuseWith } from '#src/api/endpoint.ts';
import { dayField, textField } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listColleagues } from '#src/modules/identity/index.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import { addTask, newTaskForm } from '#src/modules/tasks/index.ts';

const { title, details, dueOn, ownerPersonId } = newTaskForm.fields;

/** Gives somebody of the school a task, about a pupil or about nobody. */
export default endpoint({
  method: 'POST',
  path: '/tasks',
  summary: 'Give a colleague a task',
  body: z.strictObject({
    title: title.schema,
    details: textField(details.schema).optional(),
    dueOn: dayField(dueOn.schema).optional(),
    ownerPersonId: ownerPersonId.schema.describe('One of /colleagues'),
    pupilId: PupilId.optional(),
  }),
  example: { title: 'Ring the family', ownerPersonId: '018f0000-0000-7000-8000-000000000001' },
  may: 'task.own',
  status: 201,
  about: { none: 'It answers with an id; the task is an event' },
  answer: z.object({ taskId: z.uuid() }),
  handle: async ({ tx, body: { pupilId = null, ...task } }) => {
    if ((await listNamesOf(tx, [pupilId])).size === 0 && pupilId !== null) return null;
    const colleagues = await listColleagues(tx, { permission: 'task.own', pupilId });
    const owner = colleagues.find((one) => one.personId === task.ownerPersonId);
    if (owner === undefined) return refuseWith({ ownerPersonId: 'Select who does it' });
    const given = { ...task, pupilId, ownerPersonId: owner.personId };
    return { taskId: await addTask(tx, { ...given, origin: 'by_hand', audience: 'notes' }) };
  },
});
