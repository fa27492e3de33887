import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, Day, partOf, walk } from '#src/api/parts.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { areas, outcomes, runStatus, tiers } from '../domain/run.ts';
import { listRunsInParts } from '../queries/list-in-parts.ts';

const Run = z.object({
  runId: z.uuid(),
  name: z.string(),
  entryKey: z.string().nullable().describe('The shipped entry of the catalogue, where it is one'),
  tier: z.enum(tiers),
  areas: z.array(z.enum(areas)),
  status: z.enum(['planned', 'running', 'ended', 'withdrawn']),
  fromOn: Day,
  untilOn: Day.nullable(),
  place: z.string().nullable(),
  reviewOn: Day.nullable(),
  pupils: z.array(
    z.object({
      pupilId: z.uuid(),
      fromOn: Day,
      untilOn: Day.nullable(),
      outcome: z.enum(outcomes).nullable(),
    }),
  ),
  staff: z.array(z.object({ staffId: z.uuid(), name: z.string(), fromOn: Day, untilOn: Day.nullable() })),
  slots: z.array(
    z.object({
      slotId: z.uuid(),
      weekday: z.int().describe('Monday is 1'),
      startsAt: z.string().nullable().describe('Like 09:30'),
      minutes: z.int(),
      fromOn: Day,
      untilOn: Day.nullable(),
    }),
  ),
});

/** The groups and single provision of the school, with their pupils, adults and places in the week. */
export default endpoint({
  method: 'GET',
  path: '/provision/runs',
  summary: 'Groups and single provision, in parts',
  search: z.strictObject({
    ...walk,
    pupil: PupilId.optional(),
    from: SchoolDate.optional(),
    until: SchoolDate.optional(),
  }),
  may: 'provision.read',
  about: ({ items }) => [
    ...new Set(items.flatMap(({ pupils }) => pupils.map(({ pupilId }) => PupilId.parse(pupilId)))),
  ],
  answer: partOf(Run),
  handle: async ({ tx, search: { after = null, limit, pupil = null, from = null, until = null } }) => {
    const asked = { pupilId: pupil, from, until, after, limit: limit + 1 };
    const runs = (await listRunsInParts(tx, asked)).map(({ run, pupils, staff, slots }) => ({
      runId: run.runId,
      name: run.name,
      entryKey: run.entryKey,
      tier: run.tier,
      areas: [...run.areas],
      status: runStatus(run, tx.scope.today),
      fromOn: run.fromOn,
      untilOn: run.untilOn,
      place: run.place,
      reviewOn: run.reviewOn,
      pupils: pupils.map(({ pupilId, fromOn, untilOn, outcome }) => ({ pupilId, fromOn, untilOn, outcome })),
      staff: staff.map(({ staffId, name, fromOn, untilOn }) => ({ staffId, name, fromOn, untilOn })),
      slots: slots.map(({ slotId, weekday, startsAt, minutes, fromOn, untilOn }) => ({
        slotId,
        weekday,
        startsAt,
        minutes,
        fromOn,
        untilOn,
      })),
    }));
    return cutPart(runs, limit, ({ runId }) => runId);
  },
});
