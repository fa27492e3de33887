import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import { awayOn } from '../domain/day/absence.ts';
import { type CoverDay, standingOf } from '../domain/day/cover-day.ts';
import { type DayItem, fallenOn } from '../domain/day/day-plan.ts';
import { forces } from '../domain/week.ts';
import { getCoverDay } from '../queries/get-cover-day.ts';

const Minute = z.int().describe('Minutes since midnight, by the wall clock');

function fallenIn(day: CoverDay): readonly DayItem[] {
  const standing = standingOf(day);
  return standing === null ? [] : fallenOn(standing.week, standing.weekday, standing.away);
}

/** A day of the team: who is away, what falls and is not decided, and what was decided. */
export default endpoint({
  method: 'GET',
  path: '/cover',
  summary: 'Who is away on a day, what falls because of it, and what was decided',
  search: z.strictObject({ on: SchoolDate.optional() }),
  may: 'team.read',
  about: { none: 'adults and the help they give by its id, no pupil' },
  answer: z.object({
    on: Day,
    isOpen: z.boolean().describe('Whether the school is open to pupils'),
    away: z.array(z.object({ staffId: z.uuid(), from: Minute, until: Minute })),
    fallen: z.array(
      z.object({
        demandId: z.string(),
        staffId: z.uuid(),
        force: z.enum(forces),
        from: Minute,
        until: Minute,
      }),
    ),
    decided: z.array(
      z.object({
        demandId: z.string(),
        fromStaffId: z.uuid(),
        toStaffId: z.uuid().nullable().describe('Null: it is lost'),
        toSlotId: z
          .string()
          .nullable()
          .describe('The slot at which it begins instead; null: at its own time'),
        reason: z.enum(['adult_absent', 'adult_elsewhere']),
      }),
    ),
    version: z.int(),
  }),
  handle: async ({ tx, search: { on = tx.scope.today } }) => {
    const day = await getCoverDay(tx, on);
    return {
      on,
      isOpen: day.weekday !== null,
      away: awayOn(day.absences, on).map((one) => ({ ...one })),
      fallen: fallenIn(day).map(({ demand: { demandId, force }, placement: { staffId }, from, until }) => ({
        ...{ demandId, staffId, force, from, until },
      })),
      decided: day.moves.map(({ demandId, fromStaffId, toStaffId, toSlotId, reason }) => ({
        ...{ demandId, fromStaffId, toStaffId, toSlotId, reason },
      })),
      version: day.version,
    };
  },
});
