import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { cutPart, Day, partOf, walk } from '#src/api/parts.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listResults } from '../queries/list-results.ts';

const Result = z.object({
  resultId: z.uuid(),
  pupilId: z.uuid(),
  measureKey: z.string(),
  on: Day,
  score: z.number().describe('Ages in months'),
  form: z.string().nullable(),
  note: z.string().nullable(),
  source: z.string(),
});

/** Scores of tests and scales, as far as the token sees them. Withdrawn ones are left out. */
export default endpoint({
  method: 'GET',
  path: '/assessments/results',
  summary: 'Scores of tests and scales, in parts, in the order in which they were recorded',
  search: z.strictObject({
    ...walk,
    pupil: PupilId.optional(),
    measure: z.string().max(60).optional(),
    from: SchoolDate.optional(),
    until: SchoolDate.optional(),
  }),
  may: 'result.read',
  about: ({ items }) => [...new Set(items.map(({ pupilId }) => PupilId.parse(pupilId)))],
  answer: partOf(Result),
  handle: async ({ tx, search: { after = null, limit, pupil, measure, from, until } }) => {
    const rows = await listResults(tx, {
      pupilIds: pupil === undefined ? undefined : [pupil],
      measureKey: measure,
      fromOn: from,
      untilOn: until,
      part: { after, limit: limit + 1 },
    });
    return cutPart(
      rows.map(({ version: _, ...row }) => row),
      limit,
      ({ resultId }) => resultId,
    );
  },
});
