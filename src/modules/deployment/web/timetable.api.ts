import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { demandKinds, slotKinds } from '../domain/demand-facts.ts';
import { forces } from '../domain/week.ts';
import { getWeek } from '../queries/get-week.ts';

const Minute = z.int().describe('Minutes from midnight, by the clock on the wall');

/** The week of the adults as it holds on a day. */
export default endpoint({
  method: 'GET',
  path: '/timetable',
  summary: 'The week of the adults: slots, adults, what is needed and what is placed',
  search: z.strictObject({ on: SchoolDate.optional() }),
  may: 'week.read',
  about: ({ demands }) => [
    ...new Set(demands.flatMap(({ pupilIds }) => pupilIds.map((pupilId) => PupilId.parse(pupilId)))),
  ],
  answer: z.object({
    on: z.string(),
    slots: z.array(
      z.object({ slotId: z.uuid(), weekday: z.int(), from: Minute, until: Minute, kind: z.enum(slotKinds) }),
    ),
    adults: z.array(
      z.object({ staffId: z.uuid(), name: z.string(), minutes: z.int(), slotIds: z.array(z.uuid()) }),
    ),
    demands: z.array(
      z.object({
        demandId: z.uuid(),
        title: z.string(),
        kind: z.enum(demandKinds),
        force: z.enum(forces),
        times: z.int().describe('A week'),
        length: z.int().describe('Slots one after the other'),
        pupilIds: z.array(z.uuid()),
      }),
    ),
    placements: z.array(
      z.object({ demandId: z.uuid(), slotId: z.uuid(), staffId: z.uuid(), isPinned: z.boolean() }),
    ),
  }),
  handle: async ({ tx, search: { on = tx.scope.today } }) => {
    const week = await getWeek(tx, on);
    return {
      on: week.on,
      slots: week.slots.map(({ day, ...slot }) => ({ ...slot, weekday: day })),
      adults: week.adults.map(({ staffId, name, minutes, slotIds }) => ({
        ...{ staffId, name, minutes },
        slotIds: [...slotIds],
      })),
      demands: week.demands.map(({ demandId, title, kind, force, times, length, pupilIds }) => ({
        ...{ demandId, title, kind, force, times, length },
        pupilIds: [...pupilIds],
      })),
      placements: week.placements.map((placement) => ({ ...placement })),
    };
  },
});
