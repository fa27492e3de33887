import { z } from 'zod';
import { download } from '#src/platform/http/download.ts';
import type { Taken } from '../domain/offline/outbox.ts';
import { type DueSession, listOwnAhead } from '../queries/list-day.ts';
import { lastDayTaken, pupilsTaken, takeAlong, whoOf } from './take-along.ts';

type Subject = { readonly due: readonly DueSession[]; readonly taken: Taken };

const time = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});

/** The sessions that an adult takes along to where there is no signal. Whom they are of is on record from here on. */
export default download({
  path: '/provision/offline/day',
  params: z.object({}),
  may: 'provision.log',
  about: ({ due }: Subject) => pupilsTaken(due),
  load: async ({ tx, actor }): Promise<Subject> => {
    const { today, clock } = tx.scope;
    const due = await listOwnAhead(tx, lastDayTaken(today));
    return {
      due,
      taken: takeAlong(due, {
        who: whoOf(actor),
        today,
        takenAt: time.format(clock.now()).replace(':', '.'),
      }),
    };
  },
  send: ({ taken }: Subject) => ({ type: 'application/json', body: JSON.stringify(taken) }),
});
