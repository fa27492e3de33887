import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, Day, partOf, walk } from '#src/api/parts.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { planStates } from '../domain/plan.ts';
import { listPlans } from '../queries/list-plans.ts';

const Line = z.object({
  planId: z.uuid(),
  pupilId: z.uuid(),
  cycle: z.int(),
  state: z.enum(planStates),
  begunOn: Day,
  sharedOn: Day.nullable(),
  issuedOn: Day.nullable(),
  reviewOn: Day.nullable(),
  reviewedOn: Day.nullable(),
  targets: z.int().describe('How many there are'),
});

const State = z.enum(planStates);

/** Every cycle of every plan that the token may see, without their words. */
export default endpoint({
  method: 'GET',
  path: '/plans',
  summary: 'Plans of pupils, in parts: each cycle with its state and its days',
  search: z.strictObject({
    ...walk,
    state: z
      .union([State, z.array(State)])
      .optional()
      .describe('Every state if absent'),
    pupil: PupilId.optional(),
    changedSince: SchoolDate.optional().meta({
      description: 'Plans of pupils whose plan was changed on that day or later',
      format: 'date',
    }),
  }),
  may: 'plan.read',
  about: ({ items }) => [...new Set(items.map(({ pupilId }) => PupilId.parse(pupilId)))],
  answer: partOf(Line),
  handle: async ({ tx, search: { after = null, limit, pupil = null, state, changedSince = null } }) =>
    cutPart(
      await listPlans(tx, {
        states: state === undefined ? [] : [state].flat(),
        pupilId: pupil,
        changedSince,
        after,
        limit: limit + 1,
      }),
      limit,
      ({ planId }) => planId,
    ),
});
