import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { PickBox } from '#src/ui/pick-box.tsx';
import type { FullWeek } from '../domain/full-week.ts';
import type { Scenario } from '../domain/suggestion.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { getWeek } from '../queries/get-week.ts';
import { listScenarios } from '../queries/list-suggestions.ts';
import { mostCompared, scenarioHref, scenariosHref, workedOut } from './of-scenario.ts';
import { CompareTable } from './scenario.view.tsx';
import { changesWords } from './scenario-words.ts';
import { stateWords } from './suggestion-words.ts';
import { TeamTabs } from './team-tabs.view.tsx';

type Subject = { readonly week: FullWeek; readonly scenarios: readonly Scenario[] };

const isReady = ({ state }: Scenario): boolean => state === 'made' || state === 'accepted';

/** Those that stand side by side: what was ticked, else the newest. */
function compared({ scenarios }: Subject, asked: readonly string[]): readonly Scenario[] {
  const ready = scenarios.filter(isReady);
  const ticked = ready.filter(({ weekSuggestionId }) => asked.includes(weekSuggestionId));
  return (ticked.length === 0 ? ready : ticked).slice(0, mostCompared);
}

const Search = z.record(z.string(), z.unknown()).transform(({ with: some }) => ({
  with: (Array.isArray(some) ? some : [some]).filter((one) => typeof one === 'string'),
}));

/** Scenarios by name, and up to three of them beside the week as it stands. Nothing of them touches the timetable. */
export default page({
  path: scenariosHref,
  params: z.object({}),
  search: Search,
  may: 'week.manage',
  about: ({ week }: Subject) => pupilsOfWeek(week),
  section: 'Team',
  title: 'Scenarios',
  wide: true,
  load: async ({ tx }): Promise<Subject> => ({
    week: await getWeek(tx, tx.scope.today),
    scenarios: await listScenarios(tx),
  }),
  view: ({ subject, search, actor }) => {
    const { week, scenarios } = subject;
    const shown = compared(subject, search.with);
    return (
      <>
        <PageHead
          title="Scenarios"
          lead="What the week would give, cost and risk with other hours, a new pupil or less money. The timetable stays as it is until you take one over."
          actions={<LinkButton href={`${scenariosHref}/new`}>Try a scenario</LinkButton>}
        />
        <TeamTabs actor={actor} current="/team/scenarios" />
        {scenarios.length === 0 && (
          <EmptyState title="None was tried yet">
            <p>
              Say what would be otherwise: hours of an adult, a new pupil, money to be saved. The best week
              for it is looked for and set beside the one that stands.
            </p>
          </EmptyState>
        )}
        {shown.length > 0 && (
          <CompareTable week={week} worked={shown.map((scenario) => workedOut(week, scenario))} />
        )}
        {scenarios.length > 0 && (
          <form method="get" action={scenariosHref}>
            <DataTable
              caption="All scenarios, the newest first"
              isStacked
              columns={[
                { key: 'name', label: 'Scenario', isRowHead: true },
                { key: 'changes', label: 'What is otherwise' },
                { key: 'state', label: 'State' },
                { key: 'asked', label: 'Asked for', isQuiet: true },
                { key: 'open', label: 'Figures' },
              ]}
              rows={scenarios.map((scenario) => {
                const { weekSuggestionId, name, changes, state, askedAt } = scenario;
                return {
                  name: isReady(scenario) ? (
                    <PickBox
                      name="with"
                      id={`with-${weekSuggestionId}`}
                      value={weekSuggestionId}
                      label={name}
                      isTicked={shown.includes(scenario)}
                    />
                  ) : (
                    name
                  ),
                  changes: changesWords(week, changes),
                  state: stateWords[state],
                  asked: timeWords(askedAt),
                  open: (
                    <a href={scenarioHref(weekSuggestionId)}>
                      Open<span class="govuk-visually-hidden">{`: ${name}`}</span>
                    </a>
                  ),
                };
              })}
            />
            {scenarios.filter(isReady).length > 1 && (
              <ButtonRow>
                <SubmitButton kind="second">{`Compare what is ticked, ${mostCompared} at most`}</SubmitButton>
              </ButtonRow>
            )}
          </form>
        )}
      </>
    );
  },
});
