import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { loadPicture } from './picture-view.ts';

const Side = z.object({ deliveredPence: z.int(), toComePence: z.int() });

/** What provision costs by pupil against the school's own part, and what comes for each: the proof of the one picture. */
export default endpoint({
  method: 'GET',
  path: '/budget/proof',
  summary:
    'What the provision of each pupil costs in an academic year, within and beyond the school’s own part',
  search: z.strictObject({
    year: z
      .string()
      .max(20)
      .default('')
      .describe('Like academic-2026; the academic year of today, if absent'),
  }),
  may: 'budget.read',
  about: ({ pupils }) => (pupils ?? []).map(({ pupilId }) => PupilId.parse(pupilId)),
  answer: z.object({
    year: z.string(),
    from: Day,
    until: Day,
    ownPartPence: z
      .int()
      .nullable()
      .describe('What the school meets itself of each; null while no such year is entered'),
    byPlace: z.int().nullable().describe('So many pupils are funded by place and left out'),
    pupils: z
      .array(
        Side.extend({
          pupilId: z.uuid(),
          withinPence: z.int(),
          beyondPence: z.int(),
          incomePence: z.int().describe('Top-up, or money of an EHC plan, that comes for the pupil'),
        }),
      )
      .nullable()
      .describe('Null where the whole school is funded by place'),
  }),
  handle: async ({ tx, search }) => {
    const view = await loadPicture(tx, search.year);
    if (view === null) return null;
    const { year, costs, proof } = view;
    return {
      year: year.key,
      from: year.from,
      until: year.until,
      ownPartPence: costs?.thresholdPence ?? null,
      byPlace: proof?.byPlace ?? null,
      pupils:
        proof?.pupils.map(({ pupilId, delivered, toCome, own, beyond, topUp }) => ({
          pupilId,
          deliveredPence: delivered,
          toComePence: toCome,
          withinPence: own,
          beyondPence: beyond,
          incomePence: topUp,
        })) ?? null,
    };
  },
});
