import { z } from 'zod';
import { deed } from '#src/platform/http/deed.ts';
import { goTo, type Route } from '#src/platform/http/route.ts';
import { chooseDigest } from '../commands/choose-digest.ts';
import { findToldBy } from '../queries/find-calendar-feed.ts';

/** A button that switches one's own weekly mail on or off. */
export const digestSwitch = (path: string, isWanted: boolean): Route =>
  deed({
    path,
    params: z.object({}),
    may: 'case.read',
    from: () => '/reviews/calendar',
    load: ({ tx }) => findToldBy(tx),
    submit: async ({ tx, subject }) => {
      await chooseDigest(tx, { isWanted, before: subject.digest });
      return goTo(
        '/reviews/calendar',
        isWanted ? 'The weekly mail will come' : 'The weekly mail has stopped',
      );
    },
  });
