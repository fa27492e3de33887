import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { putScenarioAway } from '../commands/keep-scenario.ts';
import { findScenario } from '../queries/list-suggestions.ts';
import { OfScenario, scenarioHref, scenariosHref } from './of-scenario.ts';

/** Puts a scenario away. */
export default deed({
  path: '/team/scenarios/:scenarioId/put-away',
  params: OfScenario,
  may: 'week.manage',
  from: ({ scenarioId }) => scenarioHref(scenarioId),
  load: ({ tx, params }) => findScenario(tx, params.scenarioId),
  submit: async ({ tx, subject }) => {
    await putScenarioAway(tx, subject);
    return goTo(scenariosHref, 'Put away');
  },
});
