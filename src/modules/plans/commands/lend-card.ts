import { createHmac } from 'node:crypto';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { type GroupId, newId, type SchoolId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { linkToken } from '#src/modules/identity/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type CardLink, lendDaysAhead } from '../domain/card-link.ts';
import { plansEvents } from '../domain/plans.events.ts';

const record = recorder(plansEvents);

/**
 * The token of a link, and the hash to keep. Its secret is made from the secret of this installation and the link's own
 * id: those who lend may show the link again all day, and no table holds it.
 */
export const cardLinkToken = (secret: string, of: { schoolId: SchoolId; cardLinkId: string }) =>
  linkToken({
    schoolId: of.schoolId,
    id: of.cardLinkId,
    secret: createHmac('sha256', secret).update(`lesson card ${of.cardLinkId}`).digest(),
  });

/**
 * Lends the card of a class for one day, today or soon: `in_past`, `too_far` outside of that. Returns the link's id. Whose
 * class it is must be known already.
 */
export async function lendCard(
  tx: Tx,
  given: {
    readonly groupId: GroupId;
    readonly onDay: SchoolDate;
    readonly lentTo: string | null;
    readonly secret: string;
  },
): Promise<Result<string, 'in_past' | 'too_far'>> {
  const { actor, clock, today } = tx.scope;
  const { groupId, onDay, lentTo, secret } = given;
  if (onDay < today) return refused('in_past');
  if (onDay > addDays(today, lendDaysAhead)) return refused('too_far');
  const { schoolId, personId: lentBy } = actor;
  const cardLinkId = newId(clock.now().getTime());
  const { secretHash } = cardLinkToken(secret, { schoolId, cardLinkId });
  await tx
    .insertInto('cardLinks')
    .values({ schoolId, cardLinkId, groupId, onDay, lentTo, secretHash, lentBy, lentAt: clock.now() })
    .execute();
  await record(tx, {
    type: 'CardLent',
    audience: 'notes',
    subjectId: groupId,
    changes: { onDay: { before: null, after: onDay } },
  });
  return done(cardLinkId);
}

/** Stops a link at once. One that is stopped already, or that somebody else stopped meanwhile, stays so: false. */
export async function stopCardLink(tx: Tx, link: CardLink): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cardLinks')
    .set({ stoppedAt: tx.scope.clock.now(), version: link.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('cardLinkId', '=', link.cardLinkId)
    .where('stoppedAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await record(tx, {
    type: 'CardLinkStopped',
    audience: 'notes',
    subjectId: link.groupId,
    changes: { onDay: { before: link.onDay, after: null } },
  });
  return true;
}
