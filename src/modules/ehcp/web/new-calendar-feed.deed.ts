import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { makeCalendarFeed } from '../commands/calendar-feed.ts';

/** Makes one's own address of dates; the one before stops. */
export default deed({
  path: '/reviews/calendar/new',
  params: z.object({}),
  may: 'case.read',
  from: () => '/reviews/calendar',
  load: async () => ({}),
  submit: async ({ tx, program }) => {
    await makeCalendarFeed(tx, program.settings.secret);
    return goTo('/reviews/calendar', 'Your address is made');
  },
});
