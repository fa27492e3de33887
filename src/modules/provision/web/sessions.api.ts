import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, Day, partOf, walk } from '#src/api/parts.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { lostReasons } from '../domain/session.ts';
import { listSessionsInParts } from '../queries/list-in-parts.ts';

const Reason = z.enum(lostReasons.map(({ code }) => code)).nullable();
const Session = z.object({
  sessionId: z.uuid(),
  runId: z.uuid(),
  slotId: z.uuid().nullable().describe('Null: outside the places in the week, and so extra'),
  on: Day,
  state: z.enum(['held', 'cancelled']),
  reason: Reason,
  plannedMinutes: z.int(),
  minutesHeld: z.int(),
  isExtra: z.boolean(),
  pupils: z.array(
    z.object({
      pupilId: z.uuid(),
      state: z.enum(['present', 'absent', 'missed']),
      reason: Reason,
      minutes: z.int(),
    }),
  ),
  version: z.int(),
});

/** The sessions that were logged, with every pupil who was due. */
export default endpoint({
  method: 'GET',
  path: '/provision/sessions',
  summary: 'Sessions of provision that were logged, in parts, in the order in which they were logged',
  search: z.strictObject({
    ...walk,
    run: z.uuid().optional(),
    from: SchoolDate.optional(),
    until: SchoolDate.optional(),
  }),
  may: 'provision.read',
  about: ({ items }) => [
    ...new Set(items.flatMap(({ pupils }) => pupils.map(({ pupilId }) => PupilId.parse(pupilId)))),
  ],
  answer: partOf(Session),
  handle: async ({ tx, search: { after = null, limit, run = null, from = null, until = null } }) => {
    const found = await listSessionsInParts(tx, { runId: run, from, until, after, limit: limit + 1 });
    const sessions = found.map((one) => ({
      sessionId: one.sessionId,
      runId: one.runId,
      slotId: one.slotId,
      on: one.on,
      state: one.state,
      reason: one.reason,
      plannedMinutes: one.plannedMinutes,
      minutesHeld: one.minutesHeld,
      isExtra: one.isExtra,
      pupils: one.pupils.map((part) => ({ ...part })),
      version: one.version,
    }));
    return cutPart(sessions, limit, ({ sessionId }) => sessionId);
  },
});
