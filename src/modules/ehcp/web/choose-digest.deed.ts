import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo } from '#src/platform/http/route.ts';
import { chooseDigest } from '../commands/choose-digest.ts';
import { findToldBy } from '../queries/find-calendar-feed.ts';

/** Switches the weekly mail on or off for oneself. */
export default deed({
  path: '/reviews/calendar/mail/:wanted',
  params: z.object({ wanted: z.enum(['on', 'off']) }),
  may: 'case.read',
  from: () => '/reviews/calendar',
  load: ({ tx }) => findToldBy(tx),
  submit: async ({ tx, subject, params }) => {
    const isWanted = params.wanted === 'on';
    await chooseDigest(tx, { isWanted, before: subject.digest });
    return goTo('/reviews/calendar', isWanted ? 'The weekly mail will come' : 'The weekly mail has stopped');
  },
});
