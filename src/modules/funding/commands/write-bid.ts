import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { done } from '#src/kernel/result.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Bid } from '../domain/bid.ts';
import type { BidPart } from '../domain/bid-content.ts';
import { bandFault } from '../domain/bid-money.ts';
import type { TopUpBand } from '../domain/bid-settings.ts';
import { isWritable, stateOfBid } from '../domain/bid-state.ts';
import { type BidResult, bidRefused, recordBid, staleBid, touchBid } from './bid-step.ts';

const closed = bidRefused(
  'It was sent: what its authority has is changed no more. It can ask, and be answered.',
);

export type Asked = {
  readonly band: TopUpBand | null;
  readonly pence: number | null;
  readonly fromOn: NonNullable<Bid['fromOn']>;
  readonly untilOn: NonNullable<Bid['untilOn']>;
};

/**
 * Says what is asked for: a band that is paid on the first day, or an amount. Refused for a band that has ended, a time that
 * ends before it begins, and neither band nor amount. `false` where nothing was different.
 */
export async function changeAsk(
  tx: Tx,
  bid: Bid,
  { band, pence, fromOn, untilOn }: Asked,
): Promise<BidResult<boolean>> {
  if (stateOfBid(bid) !== 'draft') return closed;
  if (untilOn < fromOn) return bidRefused('The last day must be after the first', 'untilOn');
  const askedPence = pence ?? band?.pencePerYear ?? null;
  if (askedPence === null || askedPence === 0)
    return bidRefused('Enter an amount, or choose a band', 'pence');
  const fault = band === null ? null : bandFault(band, fromOn);
  if (fault !== null) return bidRefused(fault.words, fault.field);
  const set = { bandId: band?.bandId ?? null, askedPence, fromOn, untilOn };
  const { bandId, ...held } = bid;
  const changes = changesBetween(
    { bandId, askedPence: held.askedPence, fromOn: held.fromOn, untilOn: held.untilOn },
    set,
  );
  if (nothingChanged(changes)) return done(false);
  if (!(await touchBid(tx, bid, set))) return staleBid;
  await recordBid(tx, {
    type: 'TopUpAskChanged',
    audience: 'finance',
    pupilId: bid.pupilId,
    subjectId: bid.bidId,
    changes,
  });
  return done(true);
}

const stalePart = bidRefused(
  'Somebody else has saved this part since you opened it. Both texts are shown: put them together and save again.',
);

export type PartWritten = {
  readonly part: BidPart;
  /** Null: again what the records say. */
  readonly words: string | null;
  /** What was read: 0 where nothing was ever written. */
  readonly held: { readonly words: string | null; readonly version: number };
};

/** Writes a part in the school’s own words, as it was read. `false` where nothing was different. */
export async function writeBidPart(
  tx: Tx,
  bid: Bid,
  { part, words, held }: PartWritten,
): Promise<BidResult<boolean>> {
  if (!isWritable(stateOfBid(bid))) return closed;
  const changes = changesBetween({ [part]: held.words }, { [part]: words });
  if (nothingChanged(changes)) return done(false);
  const isSaved =
    held.version === 0
      ? await addPart(tx, bid, { part, words })
      : await setPart(tx, bid, { part, words, held });
  if (!isSaved) return stalePart;
  await recordBid(tx, {
    type: 'TopUpPartWritten',
    audience: 'leaders',
    pupilId: bid.pupilId,
    subjectId: bid.bidId,
    changes,
  });
  return done(true);
}

async function addPart(
  tx: Tx,
  { bidId, pupilId }: Bid,
  row: { part: string; words: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('bidParts')
    .values({ schoolId: tx.scope.actor.schoolId, bidId, pupilId, ...row })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

async function setPart(tx: Tx, { bidId }: Bid, { part, words, held }: PartWritten): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('bidParts')
    .set({ words, version: held.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bidId', '=', bidId)
    .where('part', '=', part)
    .where('version', '=', held.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
