import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Bid, ToldBidEvent } from '../domain/bid.ts';
import { bidsEvents } from '../domain/bids.events.ts';

/** Why an application is as it was: a sentence, and the field it is about. */
export type BidRefused = { readonly ok: false; readonly field: string; readonly words: string };
export type BidResult<T> = { readonly ok: true; readonly value: T } | BidRefused;

export const bidRefused = (words: string, field = 'form'): BidRefused => ({ ok: false, field, words });

export const staleBid = bidRefused(
  'Somebody else has changed this application since you opened it. Look at it as it is now, then try again.',
);

export const recordBid = recorder(bidsEvents);

type BidSet = {
  readonly bandId?: string | null;
  readonly askedPence?: number | null;
  readonly fromOn?: SchoolDate | null;
  readonly untilOn?: SchoolDate | null;
};

/** The application as it was read gets its next version; false where somebody else was faster. */
export async function touchBid(tx: Tx, { bidId, version }: Bid, set: BidSet = {}): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bids')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bidId', '=', bidId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes what happened: what calls it has checked it and records the deed. */
export async function insertBidEvent(tx: Tx, { bidId, pupilId }: Bid, told: ToldBidEvent): Promise<void> {
  const { actor, clock } = tx.scope;
  await tx
    .insertInto('bidEvents')
    .values({
      schoolId: actor.schoolId,
      bidEventId: newId(clock.now().getTime()),
      bidId,
      pupilId,
      ...told,
      byPersonId: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
}
