import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { takeScenario } from '../commands/keep-scenario.ts';
import { getWeek } from '../queries/get-week.ts';
import { findScenario } from '../queries/list-suggestions.ts';
import { OfScenario, scenarioHref } from './of-scenario.ts';
import { clashList } from './suggestion-words.ts';

/** Places the adults as a scenario would, as far as its adults and hours are real. */
export default deed({
  path: '/team/scenarios/:scenarioId/take-over',
  params: OfScenario,
  may: 'week.manage',
  from: ({ scenarioId }) => scenarioHref(scenarioId),
  load: async ({ tx, params }) => {
    const scenario = await findScenario(tx, params.scenarioId);
    return scenario === null ? null : { scenario, week: await getWeek(tx, scenario.fromOn) };
  },
  submit: async ({ tx, subject }) => {
    const taken = await takeScenario(tx, subject);
    if (taken.ok)
      return goTo('/team', taken.value ? 'The adults are placed so from today' : 'Nothing changed');
    if ('clashes' in taken)
      return refuse(
        `Not all of its hours are real yet. ${clashList(subject.week, taken.clashes)}. Change the hours of the adults first. Nothing was changed.`,
      );
    return refuse(
      taken.refusal === 'stale'
        ? 'The week was changed after this was looked for. Nothing was overwritten: try the scenario again.'
        : 'It was taken over already, or is still looked for.',
    );
  },
});
