import { z } from 'zod';
import { middleDate } from '#src/kernel/dates.ts';
import type { Attempt } from '#src/kernel/form.ts';
import { page } from '#src/platform/http/page.tsx';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { findProgress, type Progress } from '#src/platform/jobs/progress.ts';
import { BackLink } from '#src/ui/back-link.tsx';
import { ButtonRow, LinkButton, SubmitButton } from '#src/ui/buttons.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ErrorSummary } from '#src/ui/error-summary.tsx';
import { HiddenField } from '#src/ui/hidden-field.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import { summaryOf } from '#src/ui/post-form.tsx';
import { suggestionProgress } from '../commands/make-suggestion.ts';
import { acceptSuggestion } from '../commands/suggest-week.ts';
import { changesOf, mixed, newBreaches, takenWhole, takePartForm } from '../domain/part-of-suggestion.ts';
import { pupilsOfWeek } from '../domain/team-view.ts';
import { loadSuggestion, type SuggestionSubject } from './of-suggestion.ts';
import { SearchGoesOn } from './search-goes-on.view.tsx';
import { ChangesTable, CoverageTable, UnmetTable } from './suggestion.view.tsx';
import { acceptRefusals, clashWords } from './suggestion-words.ts';

type Subject = SuggestionSubject & { readonly progress: Progress | null };

function Made({ suggestion, week, attempt }: Subject & { readonly attempt: Attempt }) {
  const { placements, bounds, isProven, weekSuggestionId, weekVersion } = suggestion;
  const compared = { week, placements, bounds };
  const changes = changesOf(week, placements);
  const mayTake = weekVersion === week.version && changes.length > 0;
  const asked = attempt.values.demandIds;
  const ticked =
    asked === undefined
      ? new Set(changes.map(({ demand }) => demand.demandId))
      : takenWhole(week, placements, new Set((Array.isArray(asked) ? asked : [asked]).map(String)));
  const table = (
    <ChangesTable {...compared} {...{ changes, ticked, mayTake }} suggestionId={weekSuggestionId} />
  );
  return (
    <>
      {Object.keys(attempt.errors).length > 0 && <ErrorSummary errors={summaryOf(attempt)} />}
      {mayTake && (
        <form method="post" action={`/team/suggestions/${weekSuggestionId}/accept`} class="button-row">
          <SubmitButton>Accept the whole week</SubmitButton>{' '}
          <LinkButton href="/team" kind="second">
            Keep the week as it stands
          </LinkButton>
        </form>
      )}
      {weekVersion !== week.version && (
        <p>The week was changed after this was asked for: ask for a suggestion again to accept one.</p>
      )}
      <h2>Help given</h2>
      <CoverageTable {...compared} />
      {isProven && <p>Proved: no week is better, counting few adults a pupil, equal shares and cost too.</p>}
      <h2>Who would change</h2>
      {changes.length === 0 && <p>Nobody would change: nothing better was found than what stands.</p>}
      {changes.length > 0 && !mayTake && table}
      {mayTake && (
        <form method="post" novalidate>
          <HiddenField name="version" value={String(week.version)} />
          {table}
          <ButtonRow>
            <SubmitButton kind="second">Accept what is ticked</SubmitButton>
          </ButtonRow>
        </form>
      )}
      <h2>Still missing</h2>
      <UnmetTable {...compared} />
    </>
  );
}

/** A suggested week: how far the search has come, then what it found beside what stands. */
export default page({
  path: '/team/suggestions/:weekSuggestionId',
  params: z.object({ weekSuggestionId: z.uuid() }),
  may: 'week.manage',
  about: ({ week }: Subject) => pupilsOfWeek(week),
  section: 'Team',
  title: 'Suggested week',
  wide: true,
  form: takePartForm,
  refreshSeconds: ({ suggestion }) => (suggestion.state === 'waiting' ? 2 : undefined),
  load: async ({ tx, params }): Promise<Subject | null> => {
    const found = await loadSuggestion(tx, params.weekSuggestionId);
    if (found === null) return null;
    return { ...found, progress: await findProgress(tx, suggestionProgress(params.weekSuggestionId)) };
  },
  view: ({ subject, attempt }) => {
    const { state, fromOn } = subject.suggestion;
    return (
      <>
        <BackLink href="/team/suggestions">Suggested weeks</BackLink>
        <PageHead
          title="Suggested week"
          lead={`From ${middleDate(fromOn)}. What is pinned stays; nothing changes until you accept it.`}
        />
        {state === 'waiting' && (
          <SearchGoesOn id={subject.suggestion.weekSuggestionId} progress={subject.progress} />
        )}
        {state === 'made' && <Made {...subject} attempt={attempt} />}
        {state === 'accepted' && <p>This week was accepted.</p>}
        {(state === 'stopped' || state === 'failed') && (
          <EmptyState title={state === 'stopped' ? 'It was stopped' : 'It was not made'}>
            <p>The week stays as it stands. You can ask again.</p>
          </EmptyState>
        )}
      </>
    );
  },
  submit: async ({ tx, subject: { suggestion, week }, values: { demandIds, version } }) => {
    if (version !== week.version) return refuse(acceptRefusals.stale);
    const part = new Set(demandIds);
    const done = await acceptSuggestion(tx, { suggestion, week }, part);
    if (done.ok) return goTo('/team', done.value ? 'What was ticked holds from today' : 'Nothing changed');
    return refuse(
      done.refusal === 'clash'
        ? clashWords(week, newBreaches(week, mixed(week, suggestion.placements, part)))
        : acceptRefusals[done.refusal],
    );
  },
});
