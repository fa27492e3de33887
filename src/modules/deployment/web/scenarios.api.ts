import { z } from 'zod';
import { endpoint } from '#src/api/endpoint.ts';
import { suggestionStates } from '../domain/suggestion.ts';
import { forces } from '../domain/week.ts';
import { getWeek } from '../queries/get-week.ts';
import { listScenarios } from '../queries/list-suggestions.ts';
import { asItStands, workedOut } from './of-scenario.ts';

const Figures = z.object({
  coverage: z.array(z.object({ force: z.enum(forces), minutesAsked: z.int(), minutesPlaced: z.int() })),
  minutes: z.int().describe('Minutes a week that can be placed'),
  pence: z.object({ week: z.int(), year: z.int() }).nullable().describe('Null where no rate may be seen'),
  falls: z.array(z.object({ demandId: z.string(), force: z.enum(forces), times: z.int() })),
  hanging: z.array(z.object({ demandId: z.string(), staffId: z.string() })),
});
type Figures = z.output<typeof Figures>;

const told = ({ coverage, minutes, pence, falls, hanging }: ReturnType<typeof asItStands>): Figures => ({
  coverage: coverage.map(({ force, minutesAsked, minutesPlaced }) => ({
    force,
    minutesAsked,
    minutesPlaced,
  })),
  ...{ minutes, pence },
  falls: falls.map(({ demand: { demandId, force }, times }) => ({ demandId, force, times })),
  hanging: hanging.map(({ demand, adult }) => ({ demandId: demand.demandId, staffId: adult.staffId })),
});

/** The scenarios of the school beside the week as it stands. */
export default endpoint({
  method: 'GET',
  path: '/scenarios',
  summary: 'Scenarios of the week: what each gives, costs and risks beside the week as it stands',
  may: 'week.manage',
  about: { none: 'adults and help by their ids, no pupil' },
  answer: z.object({
    asItStands: Figures,
    scenarios: z.array(
      z.object({
        scenarioId: z.uuid(),
        name: z.string(),
        state: z.enum(suggestionStates),
        figures: Figures.nullable().describe('Null until its week is found'),
      }),
    ),
  }),
  handle: async ({ tx }) => {
    const week = await getWeek(tx, tx.scope.today);
    const scenarios = await listScenarios(tx);
    return {
      asItStands: told(asItStands(week)),
      scenarios: scenarios.map((scenario) => {
        const { weekSuggestionId: scenarioId, name, state } = scenario;
        const isReady = state === 'made' || state === 'accepted';
        return { scenarioId, name, state, figures: isReady ? told(workedOut(week, scenario).figures) : null };
      }),
    };
  },
});
