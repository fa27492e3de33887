import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { Day } from '#src/api/parts.ts';
import { addDays, SchoolDate } from '#src/kernel/dates.ts';
import { deliveryOf } from '../domain/impact/measured-run.ts';
import { impactsOfRun, loadImpactWorld } from '../queries/find-impacts.ts';

const Interval = z
  .object({ low: z.number(), high: z.number() })
  .nullable()
  .describe('95 %; null where there is none');
const intervalOf = (ends: readonly [number, number] | null) =>
  ends === null ? null : { low: ends[0], high: ends[1] };

const RunImpact = z.object({
  runId: z.uuid(),
  name: z.string(),
  from: Day,
  until: Day.nullable(),
  measureKey: z.string(),
  sessions: z.object({ planned: z.int(), held: z.int() }).describe('Until today'),
  pupils: z.int(),
  measured: z.int().describe('Pupils with a score at entry and at exit'),
  change: z
    .object({ mean: z.number(), interval: Interval })
    .nullable()
    .describe('Gain in points, above 0 is better; null below 5 pupils and where steps are unequal'),
  effect: z.object({ size: z.number(), unit: z.enum(['norms', 'group']), interval: Interval }).nullable(),
  ratioGain: z.number().nullable().describe('Months of age gained for each month; null for other scales'),
  pencePerPupil: z.int().nullable().describe('Null for roles that see no costs, and where none is recorded'),
  pencePerPoint: z.int().nullable(),
  verdict: z.enum(['keep', 'change', 'stop', 'not_enough_data']),
  reasons: z.array(z.string()),
});

/** What runs of provision brought, as figures of groups: no pupil is named, and none below five. */
export default endpoint({
  method: 'GET',
  path: '/provision/impact',
  summary: 'What runs of provision brought, run by run and measure by measure',
  search: z.strictObject({
    from: SchoolDate.optional().describe('Runs that last on this day or later; a year ago, if absent'),
    until: SchoolDate.optional().describe('Runs that began on this day or before; today, if absent'),
  }),
  may: 'impact.read',
  about: { none: 'figures of groups of five pupils and more' },
  answer: z.object({ items: z.array(RunImpact) }),
  handle: async ({ tx, search }) => {
    const { today } = tx.scope;
    const { from = addDays(today, -365), until = today } = search;
    const world = await loadImpactWorld(tx, { from, until });
    return {
      items: world.runs.flatMap((measured) =>
        impactsOfRun(world, measured).map(({ impact, measure }) => ({
          runId: measured.run.runId,
          name: measured.run.name,
          from: measured.run.fromOn,
          until: measured.run.untilOn,
          measureKey: measure.key,
          sessions: deliveryOf(measured, world),
          pupils: impact.pupils,
          measured: impact.measured,
          change:
            impact.change === null
              ? null
              : { mean: impact.change.mean, interval: intervalOf(impact.change.interval) },
          effect:
            impact.effect === null
              ? null
              : { ...impact.effect, interval: intervalOf(impact.effect.interval) },
          ratioGain: impact.ratio?.ratio ?? null,
          pencePerPupil: impact.cost.pencePerPupil,
          pencePerPoint: impact.cost.pencePerPoint,
          verdict: impact.judged.verdict,
          reasons: [...impact.judged.reasons],
        })),
      ),
    };
  },
});
