import { z } from 'zod';
import { timeWords } from '#src/platform/clock/clock.ts';
import { page } from '#src/platform/http/page.tsx';
import { SubmitButton } from '#src/ui/buttons.tsx';
import { DataTable } from '#src/ui/data-table.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { PageHead } from '#src/ui/page-head.tsx';
import type { Suggestion } from '../domain/suggestion.ts';
import { listSuggestions } from '../queries/list-suggestions.ts';
import { stateWords } from './suggestion-words.ts';
import { TeamTabs } from './team-tabs.view.tsx';

/** The suggested weeks, and the button that asks for one. */
export default page({
  path: '/team/suggestions',
  params: z.object({}),
  may: 'week.manage',
  about: { none: 'It shows when weeks were suggested, and no pupil' },
  section: 'Team',
  title: 'Suggested weeks',
  load: async ({ tx }): Promise<readonly Suggestion[]> => listSuggestions(tx),
  view: ({ subject, actor }) => (
    <>
      <PageHead
        title="Suggested weeks"
        lead="The best placing of your adults: safety first, then what EHC plans name, interventions, general help; few adults for a pupil; equal shares; cost."
        actions={
          <form method="post" action="/team/suggest">
            <SubmitButton>Suggest a week</SubmitButton>
          </form>
        }
      />
      <TeamTabs actor={actor} current="/team/suggestions" />
      {subject.length === 0 ? (
        <EmptyState title="None was asked for yet">
          <p>
            What you pinned in the week stays where it is. You see what would change before anything does.
          </p>
        </EmptyState>
      ) : (
        <DataTable
          caption="Suggested weeks, the newest first"
          columns={[
            { key: 'asked', label: 'Asked for', isRowHead: true },
            { key: 'state', label: 'State' },
          ]}
          rows={subject.map(({ weekSuggestionId, askedAt, state }) => ({
            asked: <a href={`/team/suggestions/${weekSuggestionId}`}>{timeWords(askedAt)}</a>,
            state: stateWords[state],
          }))}
        />
      )}
    </>
  ),
});
