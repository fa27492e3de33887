import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, refuse } from '#src/platform/http/route.ts';
import { takeBackDay } from '../commands/mend-day.ts';
import { getCoverDay } from '../queries/get-cover-day.ts';

const back = '/team/today';

/** Takes back all that was decided for today. */
export default deed({
  path: '/team/today/take-back',
  params: z.object({}),
  may: 'team.manage',
  from: () => back,
  load: ({ tx }) => getCoverDay(tx, tx.scope.today),
  submit: async ({ tx, subject }) => {
    const done = await takeBackDay(tx, subject);
    if (done.ok) return goTo(back, 'Taken back. Everybody has the day that was planned');
    return refuse(
      done.refusal === 'nothing'
        ? 'Nothing was decided for today.'
        : 'Somebody decided on this day meanwhile. Read it again.',
    );
  },
});
