import { done, type Result, refused } from '#src/kernel/result.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { isSame, loggedAs } from '../domain/offline/logged.ts';
import type { Account } from '../domain/offline/outbox.ts';
import type { TapSent } from '../domain/offline/tap.ts';
import type { FullRun } from '../queries/list-runs.ts';
import { findSession, type LoggedSession, listSessions } from '../queries/list-sessions.ts';
import { changeSession, type LogRefusal, logSession, type SessionTold, undoSession } from './log-session.ts';

export type TapRefusal = LogRefusal | 'open_again' | 'not_kept_before' | 'key_used';

/** What a tap came to: done now, or found done; with the session as it stands. */
export type TapKept = { readonly isNew: boolean; readonly session: LoggedSession | null };

type Left = { readonly sessionId: string; readonly version: number } | null;

/**
 * Does what a tap says, once: its key is taken in the same transaction, and the same one at the same moment waits here until
 * it is known whether this one stands (rule off-2). What another tap or person did meanwhile is never overwritten: a tap
 * says what it was made over. A refusal must roll the transaction back.
 */
export async function keepTap(
  tx: Tx,
  given: { readonly full: FullRun; readonly tap: TapSent },
): Promise<Result<TapKept, TapRefusal>> {
  const { full, tap } = given;
  const key = await takeKey(tx, tap);
  if (key === 'used') return refused('key_used');
  if (key === 'repeated') return done({ isNew: false, session: await findStanding(tx, full, tap) });
  const over = await findOver(tx, full, tap);
  if (!over.ok) return over;
  const left = await doAsTold(tx, { full, tap, over: over.value });
  if (!left.ok) return left;
  await tx
    .updateTable('sessionTaps')
    .set({ sessionId: left.value?.sessionId ?? null, sessionVersion: left.value?.version ?? null })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('tapId', '=', tap.key)
    .execute();
  return done({ isNew: true, session: await findStanding(tx, full, tap) });
}

/** What stands of the session of a tap; null while it is open. */
export async function findStanding(
  tx: Tx,
  { run }: FullRun,
  { slotId, on }: Pick<TapSent, 'slotId' | 'on'>,
): Promise<LoggedSession | null> {
  const known = await listSessions(tx, { from: on, until: on, runIds: [run.runId] });
  return known.find((session) => session.slotId === slotId) ?? null;
}

/** Takes the key of a tap; it is given back when the transaction is rolled back. `used`: for something else, or by another. */
async function takeKey(tx: Tx, tap: TapSent): Promise<'new' | 'repeated' | 'used'> {
  const { actor, clock } = tx.scope;
  if (actor.personId === null) throw new Error('Only a person taps');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('sessionTaps')
    .values({
      schoolId: actor.schoolId,
      tapId: tap.key,
      personId: actor.personId,
      slotId: tap.slotId,
      onDate: tap.on,
      tappedAt: tap.tappedAt,
      keptAt: clock.now(),
    })
    .onConflict((conflict) => conflict.columns(['schoolId', 'tapId']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) return 'new';
  return (await findLeftBy(tx, tap, tap.key)) === 'nothing kept' ? 'used' : 'repeated';
}

/** The session that a tap was made over, as it was then; null where it was open. */
async function findOver(
  tx: Tx,
  full: FullRun,
  tap: TapSent,
): Promise<Result<{ session: LoggedSession; version: number } | null, TapRefusal>> {
  const { over } = tap;
  if (over.was === 'open') return done(null);
  const left =
    over.was === 'logged'
      ? { sessionId: over.sessionId, version: over.version }
      : await findLeftBy(tx, tap, over.key);
  if (left === 'nothing kept') return refused('not_kept_before');
  if (left === null) return done(null);
  const session = await findSession(tx, left.sessionId);
  if (
    session === null ||
    session.slotId !== tap.slotId ||
    session.on !== tap.on ||
    session.runId !== full.run.runId
  )
    return refused('open_again');
  return done({ session, version: left.version });
}

/** How an earlier tap left the session: with what version, or open. */
async function findLeftBy(tx: Tx, tap: TapSent, key: string): Promise<Left | 'nothing kept'> {
  const row = await tx
    .selectFrom('sessionTaps')
    .select(['sessionId', 'sessionVersion'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('tapId', '=', key)
    .where('slotId', '=', tap.slotId)
    .where('onDate', '=', tap.on)
    .executeTakeFirst();
  if (row === undefined) return 'nothing kept';
  const { sessionId, sessionVersion } = row;
  return sessionId === null || sessionVersion === null ? null : { sessionId, version: sessionVersion };
}

type Deed = {
  readonly full: FullRun;
  readonly tap: TapSent;
  readonly over: { readonly session: LoggedSession; readonly version: number } | null;
};

async function doAsTold(tx: Tx, { full, tap, over }: Deed): Promise<Result<Left, TapRefusal>> {
  const { told, slotId, on, key } = tap;
  if (told.state === 'undone') return over === null ? done(null) : takeBack(tx, over);
  const account: SessionTold = told;
  if (over === null) {
    const logged = await logSession(tx, { ...account, full, slotId, on, clientKey: key });
    if (logged.ok) return done({ sessionId: logged.value, version: 1 });
    return logged.refusal === 'logged_already' ? agreed(await findStanding(tx, full, tap), told) : logged;
  }
  const { session, version } = over;
  const minutes = told.state === 'held' && session.state === 'held' ? session.minutesHeld : undefined;
  const changed = await changeSession(tx, { ...account, minutes, full, session, version });
  if (!changed.ok) return changed;
  return done({ sessionId: session.sessionId, version: changed.value ? version + 1 : version });
}

/** Two adults who say the same of a session are not at odds. */
const agreed = (session: LoggedSession | null, told: Account): Result<Left, 'logged_already'> =>
  session !== null && isSame(loggedAs(session), told)
    ? done({ sessionId: session.sessionId, version: session.version })
    : refused('logged_already');

async function takeBack(
  tx: Tx,
  { session, version }: NonNullable<Deed['over']>,
): Promise<Result<null, 'stale'>> {
  return session.version === version ? undoSession(tx, session, 'Taken back on a device') : refused('stale');
}
