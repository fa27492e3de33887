import { createHmac } from 'node:crypto';
import { newId, type SchoolId } from '#src/kernel/ids.ts';
import { linkToken } from '#src/modules/identity/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { deadlinesEvents } from '../domain/deadlines.events.ts';

const record = recorder(deadlinesEvents);

/**
 * The token of a feed's address, and the hash to keep. Its secret is made from the secret of this installation and the
 * feed's own id: its owner can copy it again, and no table holds it.
 */
export const calendarFeedToken = (secret: string, of: { schoolId: SchoolId; calendarFeedId: string }) =>
  linkToken({
    schoolId: of.schoolId,
    id: of.calendarFeedId,
    secret: createHmac('sha256', secret).update(`calendar feed ${of.calendarFeedId}`).digest(),
  });

/** Makes the actor's own address; one that they had stops answering at once. */
export async function makeCalendarFeed(tx: Tx, secret: string): Promise<void> {
  const { actor, clock } = tx.scope;
  const { schoolId, personId } = actor;
  if (personId === null) throw new Error('An address is somebody’s own');
  await stop(tx);
  const calendarFeedId = newId(clock.now().getTime());
  const { secretHash } = calendarFeedToken(secret, { schoolId, calendarFeedId });
  await tx
    .insertInto('calendarFeeds')
    .values({ schoolId, calendarFeedId, personId, secretHash, madeAt: clock.now() })
    .execute();
  await record(tx, { type: 'CalendarFeedMade', audience: 'leaders', subjectId: calendarFeedId });
}

async function stop(tx: Tx): Promise<string | null> {
  const { actor, clock } = tx.scope;
  const row = await tx
    .updateTable('calendarFeeds')
    .set((eb) => ({ stoppedAt: clock.now(), version: eb('version', '+', 1) }))
    .where('schoolId', '=', actor.schoolId)
    .where('personId', '=', actor.personId)
    .where('stoppedAt', 'is', null)
    .returning('calendarFeedId')
    .executeTakeFirst();
  return row?.calendarFeedId ?? null;
}

/** Stops the actor's own address; false where none answered. */
export async function stopCalendarFeed(tx: Tx): Promise<boolean> {
  const calendarFeedId = await stop(tx);
  if (calendarFeedId === null) return false;
  await record(tx, { type: 'CalendarFeedStopped', audience: 'leaders', subjectId: calendarFeedId });
  return true;
}
