import { z } from 'zod';
import { addDays } from '#src/kernel/dates.ts';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { remindOfAsk } from '../commands/ask-teachers.ts';
import { listAsks } from '../queries/list-asks.ts';

const longestDays = 42;
const wording = {
  answered: 'Everything was answered already',
  stale: 'Somebody has reminded them just now',
} as const;

/** Mails somebody once more what they have not answered. */
export default deed({
  path: '/reviews/asks/:askId/remind',
  params: z.object({ askId: z.uuid() }),
  may: 'plan.issue',
  from: () => '/reviews/asks',
  load: async ({ tx, params }) => {
    const asks = await listAsks(tx, addDays(tx.scope.today, -longestDays));
    return asks.find((ask) => ask.askId === params.askId) ?? null;
  },
  submit: async ({ tx, actor, program, subject }) => {
    const done = await remindOfAsk(tx, subject);
    if (!done.ok) return refuse(wording[done.refusal]);
    await program.jobs.send(tx, 'mail-asks', { schoolId: actor.schoolId });
    return goTo('/reviews/asks', 'Reminded');
  },
});
