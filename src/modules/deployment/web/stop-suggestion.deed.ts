import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { stopSuggestion } from '../commands/suggest-week.ts';
import { findSuggestion } from '../queries/list-suggestions.ts';

/** Stops looking for a better week. */
export default deed({
  path: '/team/suggestions/:weekSuggestionId/stop',
  params: z.object({ weekSuggestionId: z.uuid() }),
  may: 'week.manage',
  from: ({ weekSuggestionId }) => `/team/suggestions/${weekSuggestionId}`,
  load: ({ tx, params }) => findSuggestion(tx, params.weekSuggestionId),
  submit: async ({ tx, subject }) => {
    const done = await stopSuggestion(tx, subject);
    return done.ok
      ? goTo(
          subject.name === null ? '/team/suggestions' : '/team/scenarios',
          'Stopped. The week stays as it stands',
        )
      : refuse('It was over already.');
  },
});
