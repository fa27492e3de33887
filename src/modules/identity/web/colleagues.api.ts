import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listColleagues } from '../queries/list-colleagues.ts';

/** Whom a task can be given to. */
export default endpoint({
  method: 'GET',
  path: '/colleagues',
  summary: 'Who can be given a task; about a pupil, only those who reach the pupil',
  search: z.strictObject({ pupil: PupilId.optional() }),
  may: 'task.own',
  about: { none: 'It tells of staff, no pupil' },
  answer: z.object({ items: z.array(z.object({ personId: z.uuid(), name: z.string() })) }),
  handle: async ({ tx, search }) => {
    const found = await listColleagues(tx, { permission: 'task.own', pupilId: search.pupil ?? null });
    return { items: found.map(({ personId, knownAs }) => ({ personId, name: knownAs })) };
  },
});
