import { createHash } from 'node:crypto';
import type { Answered } from '#src/api/endpoint.ts';
import { newId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ProblemStop } from './problem.ts';

/** The key that came with a change, and what was asked with it. */
export type Once = { readonly key: string; readonly asked: string };
type Kept = { readonly status: number; readonly body: unknown };

const visible = /^[\x21-\x7e]{1,200}$/;

/** What `Idempotency-Key` says; null without one. */
export function onceOf(key: string | undefined, asked: readonly string[]): Once | null {
  if (key === undefined) return null;
  if (!visible.test(key))
    throw new ProblemStop(400, {
      errors: { 'Idempotency-Key': 'Idempotency-Key must be 1 to 200 visible characters' },
    });
  return { key, asked: createHash('sha256').update(asked.join('\n')).digest('base64url') };
}

/**
 * Takes the key for this change, in its own transaction; the same one at the same moment waits here until it is known
 * whether this one stands. Returns what was answered before, if it was.
 */
export async function takeKey(tx: Tx, { key, asked }: Once): Promise<Kept | null> {
  const { schoolId, personId } = tx.scope.actor;
  if (personId === null) throw new Error('Keys are taken by programs');
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('apiAnswers')
    .values({ schoolId, apiAnswerId: newId(), personId, key, asked, status: 0, at: tx.scope.clock.now() })
    .onConflict((conflict) => conflict.columns(['schoolId', 'personId', 'key']).doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows === 1n) return null;
  const kept = await ofKey(tx, key).executeTakeFirstOrThrow();
  if (kept.asked !== asked)
    throw new ProblemStop(422, {
      errors: { 'Idempotency-Key': 'This key was used for another request. Use a new one' },
    });
  return { status: kept.status, body: kept.body };
}

const ofKey = (tx: Tx, key: string) =>
  tx
    .selectFrom('apiAnswers')
    .select(['asked', 'status', 'body'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('personId', '=', tx.scope.actor.personId)
    .where('key', '=', key);

/** Keeps what the change was answered, for whoever asks it again. */
export async function keepAnswer(
  tx: Tx,
  { key }: Once,
  { status, body }: Pick<Answered, 'body'> & { readonly status: number },
): Promise<void> {
  await tx
    .updateTable('apiAnswers')
    .set({ status, body: JSON.stringify(body) })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('personId', '=', tx.scope.actor.personId)
    .where('key', '=', key)
    .execute();
}
