import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { typeAtRank } from '../domain/census.ts';
import { specialPlaceKinds } from '../domain/special-places.ts';
import { loadCensus } from './census-view.ts';

const Fault = z.object({ rule: z.string(), weight: z.enum(['error', 'query']), words: z.string() });
const Line = z.object({
  pupilId: z.uuid(),
  surname: z.string(),
  forename: z.string(),
  upn: z.string().nullable(),
  yearGroup: z.string().nullable(),
  code: z.enum(['N', 'K', 'E']),
  needRank1: z.string().nullable(),
  needRank2: z.string().nullable(),
  place: z.enum(specialPlaceKinds).nullable(),
  hasTopUp: z.boolean(),
  faults: z.array(Fault),
});

/** The SEN part of the school census as it would be returned on a day, for roles that see the whole school. */
export default endpoint({
  method: 'GET',
  path: '/census',
  summary: 'What the SEN part of the census would return on a day, with every inconsistency',
  search: z.strictObject({
    on: SchoolDate.optional().meta({ description: 'The next census day if absent', format: 'date' }),
  }),
  may: 'register.read',
  about: ({ items }) => items.map((one) => PupilId.parse(one.pupilId)),
  answer: z.object({
    on: Day,
    season: z.string(),
    collectsNeeds: z.boolean(),
    counts: z.object({ N: z.int(), K: z.int(), E: z.int() }),
    errors: z.int(),
    queries: z.int(),
    items: z.array(Line),
  }),
  handle: async ({ tx, actor, search }) => {
    const view = await loadCensus(tx, actor, search.on);
    if (view === null) return null;
    const { census, day } = view;
    const items = census.lines.map((line) => {
      const rank = (at: 1 | 2) =>
        day.collectsNeeds && line.code !== 'N' ? (typeAtRank(line, at) ?? null) : null;
      const [needRank1, needRank2] = [rank(1), rank(2)];
      return { ...line, upn: line.upn?.value ?? null, needRank1, needRank2, faults: [...line.faults] };
    });
    return { ...day, ...census, items };
  },
});
