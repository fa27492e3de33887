import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { suggestWeek } from '../commands/suggest-week.ts';
import { getWeek } from '../queries/get-week.ts';

/** Asks for a better week from today on. */
export default deed({
  path: '/team/suggest',
  params: z.object({}),
  may: 'week.manage',
  from: () => '/team/suggestions',
  load: ({ tx }) => getWeek(tx, tx.scope.today),
  submit: async ({ tx, actor, program, subject: week }) => {
    const { personId, schoolId } = actor;
    const weekSuggestionId = await suggestWeek(tx, { week, personId });
    await program.jobs.send(tx, 'make-week-suggestion', { schoolId, personId, weekSuggestionId });
    return goTo(`/team/suggestions/${weekSuggestionId}`);
  },
});
