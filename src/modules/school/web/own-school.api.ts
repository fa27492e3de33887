import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { permissions } from '#src/kernel/access.ts';
import { getSchool } from '../queries/get-school.ts';

/** The school of the token, and what the token may do there: the first thing that a program asks. */
export default endpoint({
  method: 'GET',
  path: '/schools/me',
  summary: 'The school of this token, and what the token may do',
  may: 'any',
  about: { none: 'It tells of the school and the token, no pupil' },
  answer: z.object({
    schoolId: z.uuid(),
    name: z.string(),
    urn: z.string(),
    laestab: z.string(),
    phase: z.string(),
    today: Day,
    token: z.object({
      name: z.string(),
      roles: z.array(z.string()),
      permissions: z.array(z.enum(permissions)),
      isReadOnly: z.boolean(),
      untilOn: Day,
    }),
  }),
  handle: async ({ tx, actor, caller }) => ({
    ...(await getSchool(tx)),
    today: tx.scope.today,
    token: { ...caller, roles: [...actor.roles], permissions: [...actor.permissions] },
  }),
});
