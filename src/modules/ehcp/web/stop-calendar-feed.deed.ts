import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { stopCalendarFeed } from '../commands/calendar-feed.ts';

/** Stops one's own address of dates at once. */
export default deed({
  path: '/reviews/calendar/stop',
  params: z.object({}),
  may: 'case.read',
  from: () => '/reviews/calendar',
  load: async () => ({}),
  submit: async ({ tx }) =>
    goTo(
      '/reviews/calendar',
      (await stopCalendarFeed(tx)) ? 'The address answers no more' : 'It was stopped already',
    ),
});
