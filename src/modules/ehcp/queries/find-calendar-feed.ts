import { schoolDate } from '#src/kernel/dates.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { CalendarFeed } from '../domain/calendar-feed.ts';

/** How deadlines are told to the actor: their own address, and what they chose of the weekly mail. */
export type ToldBy = { readonly feed: CalendarFeed | null; readonly digest: boolean | null };

/** The actor's own address that answers, and their choice of mail; null where they made none. One statement. */
export async function findToldBy(tx: Tx): Promise<ToldBy> {
  const { schoolId, personId } = tx.scope.actor;
  const { feed, digest } = await tx.scope.together({
    feed: (asked) =>
      asked
        .selectFrom('calendarFeeds')
        .select(['calendarFeedId', 'madeAt', 'readOn', 'version'])
        .where('schoolId', '=', schoolId)
        .where('personId', '=', personId)
        .where('stoppedAt', 'is', null)
        .executeTakeFirst(),
    digest: (asked) =>
      asked
        .selectFrom('digestChoices')
        .select('isWanted')
        .where('schoolId', '=', schoolId)
        .where('personId', '=', personId)
        .executeTakeFirst(),
  });
  return {
    feed:
      feed === undefined ? null : { ...feed, readOn: feed.readOn === null ? null : schoolDate(feed.readOn) },
    digest: digest?.isWanted ?? null,
  };
}
