import { middleDate } from '#src/kernel/dates.ts';
import { page } from '#src/platform/http/page.tsx';
import { findProgress, type Progress } from '#src/platform/jobs/progress.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { ButtonRow, SubmitButton } from '#src/ui/buttons.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { suggestionProgress } from '../commands/make-suggestion.ts';
import { forceWords } from '../domain/demand-facts.ts';
import type { FullWeek } from '../domain/full-week.ts';
import type { Scenario } from '../domain/suggestion.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { getWeek } from '../queries/get-week.ts';
import { findScenario } from '../queries/list-suggestions.ts';
import { OfScenario, scenarioHref, scenariosHref, workedOut } from './of-scenario.ts';
import { CompareTable } from './scenario.view.tsx';
import { changesWords } from './scenario-words.ts';
import { SearchGoesOn } from './search-goes-on.view.tsx';
import { UnmetTable } from './suggestion.view.tsx';

type Subject = { readonly scenario: Scenario; readonly week: FullWeek; readonly progress: Progress | null };

function Made({ scenario, week }: Subject) {
  const worked = workedOut(week, scenario);
  const { falls, hanging } = worked.figures;
  return (
    <>
      {scenario.weekVersion !== week.version && (
        <p>The week was changed after this was looked for: the figures count what of it still stands.</p>
      )}
      <CompareTable week={week} worked={[worked]} />
      {falls.length > 0 && (
        <>
          <h2>What falls</h2>
          <DataTable
            caption="Help that is given now and would not be, the most binding first"
            isStacked
            columns={[
              { key: 'help', label: 'Help', isRowHead: true },
              { key: 'force', label: 'Why it is given' },
              { key: 'times', label: 'Times fewer', isNumber: true },
            ]}
            rows={falls.map(({ demand, times }) => ({
              help: demand.title,
              force: forceWords[demand.force],
              times: String(times),
            }))}
          />
        </>
      )}
      {hanging.length > 0 && (
        <>
          <h2>What hangs on one adult</h2>
          <DataTable
            caption="Help for safety or by law that one adult alone could give"
            isStacked
            columns={[
              { key: 'help', label: 'Help', isRowHead: true },
              { key: 'adult', label: 'Adult' },
            ]}
            rows={hanging.map(({ demand, adult }) => ({ help: demand.title, adult: adult.name }))}
          />
        </>
      )}
      <h2>Missing</h2>
      <UnmetTable week={worked.week} placements={worked.placements} bounds={scenario.bounds} />
    </>
  );
}

/** One scenario: how far the search has come, then what its week gives, costs and risks beside the one that stands. */
export default page({
  path: '/team/scenarios/:scenarioId',
  params: OfScenario,
  may: 'week.manage',
  about: ({ week }: Subject) => pupilsOfWeek(week),
  section: 'Team',
  title: ({ scenario }: Subject) => `Scenario: ${scenario.name}`,
  wide: true,
  refreshSeconds: ({ scenario }) => (scenario.state === 'waiting' ? 2 : undefined),
  load: async ({ tx, params: { scenarioId } }): Promise<Subject | null> => {
    const scenario = await findScenario(tx, scenarioId);
    if (scenario === null) return null;
    const progress = await findProgress(tx, suggestionProgress(scenarioId));
    return { scenario, progress, week: await getWeek(tx, scenario.fromOn) };
  },
  view: ({ subject }) => {
    const { scenario, week, progress } = subject;
    const { weekSuggestionId, state, fromOn } = scenario;
    const address = scenarioHref(weekSuggestionId);
    return (
      <>
        <BackLink href={scenariosHref}>Scenarios</BackLink>
        <PageHead
          title={scenario.name}
          lead={`${changesWords(week, scenario.changes)}. By the week of ${middleDate(fromOn)}.`}
        />
        {state === 'waiting' && <SearchGoesOn id={weekSuggestionId} progress={progress} />}
        {(state === 'made' || state === 'accepted') && <Made {...subject} />}
        {(state === 'stopped' || state === 'failed') && (
          <EmptyState title={state === 'stopped' ? 'It was stopped' : 'It was not made'}>
            <p>The week stays as it stands. You can try it again.</p>
          </EmptyState>
        )}
        {state === 'accepted' && <p>This scenario was taken over.</p>}
        <ButtonRow>
          {state === 'made' && (
            <form method="post" action={`${address}/take-over`}>
              <SubmitButton>Place the adults so</SubmitButton>
            </form>
          )}
          {state !== 'waiting' && (
            <form method="post" action={`${address}/put-away`}>
              <SubmitButton kind="second">Put away</SubmitButton>
            </form>
          )}
        </ButtonRow>
      </>
    );
  },
});
