import { may, programActor } from '#src/kernel/access.ts';
import { PersonId } from '#src/kernel/ids.ts';
import { type LinkToken, readLinkToken } from '#src/modules/identity/index.ts';
import { asPerson, inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { type FeedEntry, feedEntries } from '../domain/calendar-feed.ts';
import { listDeadlines } from '../queries/list-deadlines.ts';

export type OpenedFeed = { readonly schoolName: string; readonly entries: readonly FeedEntry[] };

/**
 * The days of an address, as its owner would see them now: whoever has left or may no longer read cases has none. An
 * address that was stopped or that nobody made is all the same: null (rule due-2).
 */
export async function openCalendarFeed(program: Program, token: string): Promise<OpenedFeed | null> {
  const link = readLinkToken(token);
  if (link === null) return null;
  const personId = await findOwner(program, link);
  if (personId === null) return null;
  const { schoolId } = link;
  const permission = 'case.read' as const;
  return asPerson(
    { ...scopeOf(program), isLooking: true },
    { personId, schoolId, permission, pupilId: null, find: program.findActor },
    async (tx, actor) =>
      may(actor, permission)
        ? { schoolName: actor.schoolName, entries: feedEntries(await listDeadlines(tx)) }
        : null,
  );
}

/** Whose address it is, if it answers; and that it was asked for today. */
const findOwner = (program: Program, { schoolId, id, secretHash }: LinkToken): Promise<PersonId | null> =>
  inScope(scopeOf(program), programActor(schoolId), async (tx) => {
    const row = await tx
      .updateTable('calendarFeeds')
      .set({ readOn: tx.scope.today })
      .where('schoolId', '=', schoolId)
      .where('calendarFeedId', '=', id)
      .where('secretHash', '=', secretHash)
      .where('stoppedAt', 'is', null)
      .returning('personId')
      .executeTakeFirst();
    return row === undefined ? null : PersonId.parse(row.personId);
  });
