import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { acceptSuggestion } from '../commands/suggest-week.ts';
import { loadSuggestion } from './of-suggestion.ts';
import { acceptRefusals } from './suggestion-words.ts';

const load = ({ tx, params }: { tx: Tx; params: { weekSuggestionId: string } }) =>
  loadSuggestion(tx, params.weekSuggestionId);

/** Takes a suggested week over. */
export default deed({
  path: '/team/suggestions/:weekSuggestionId/accept',
  params: z.object({ weekSuggestionId: z.uuid() }),
  may: 'week.manage',
  from: ({ weekSuggestionId }) => `/team/suggestions/${weekSuggestionId}`,
  load,
  submit: async ({ tx, subject }) => {
    const done = await acceptSuggestion(tx, subject);
    return done.ok
      ? goTo('/team', 'The suggested week holds from today')
      : refuse(acceptRefusals[done.refusal]);
  },
});
