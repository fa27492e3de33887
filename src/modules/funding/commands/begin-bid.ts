import { changesBetween } from '#src/kernel/changes.ts';
import { newId, type PupilId } from '#src/kernel/ids.ts';
import { done } from '#src/kernel/result.ts';
import { listAuthorities } from '#src/modules/ehcp/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Bid } from '../domain/bid.ts';
import { isWritable, stateOfBid } from '../domain/bid-state.ts';
import { askedAgain, type BidAsked, isRenewable } from '../domain/renew-bid.ts';
import { findBidWords } from '../queries/find-bid-words.ts';
import { listBids } from '../queries/list-bids.ts';
import { listTopUpSettings, topUpSettingsOf } from '../queries/list-top-up-settings.ts';
import { type BidResult, bidRefused, recordBid } from './bid-step.ts';

type Begun = BidAsked & {
  readonly pupilId: PupilId;
  readonly authorityId: string;
  readonly renewsBidId: string | null;
};

async function insertBid(tx: Tx, of: Begun): Promise<string> {
  const { actor, clock, today } = tx.scope;
  const bidId = newId(clock.now().getTime());
  await tx
    .insertInto('bids')
    .values({
      schoolId: actor.schoolId,
      bidId,
      ...of,
      begunOn: today,
      byPersonId: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
  return bidId;
}

const openAlready = bidRefused(
  'An application to this authority is being written for this pupil already. Go on with that one.',
);

const isOpenAt = (authorityId: string) => (bid: Bid) =>
  bid.authorityId === authorityId && isWritable(stateOfBid(bid));

/**
 * Begins an application for a pupil. It holds nothing of its own yet: what it says is what the records say. Refused while
 * another to the same authority is written. Returns its id.
 */
export async function beginBid(
  tx: Tx,
  { pupilId, authorityId }: { readonly pupilId: PupilId; readonly authorityId: string },
): Promise<BidResult<string>> {
  if (!(await listAuthorities(tx)).some((one) => one.authorityId === authorityId))
    return bidRefused('Select an authority that the school works with', 'authorityId');
  if ((await listBids(tx, { pupilId })).some(isOpenAt(authorityId))) return openAlready;
  const nothing = { bandId: null, askedPence: null, fromOn: null, untilOn: null };
  const bidId = await insertBid(tx, { pupilId, authorityId, renewsBidId: null, ...nothing });
  await recordBid(tx, {
    type: 'TopUpBidBegun',
    audience: 'finance',
    pupilId,
    subjectId: bidId,
    changes: changesBetween({}, { authority: authorityId }),
  });
  return done(bidId);
}

/** Carries an application on: the next year, the same authority and band, and the words that were written. Returns its id. */
export async function renewBid(tx: Tx, bid: Bid): Promise<BidResult<string>> {
  if (!isRenewable(bid))
    return bidRefused('Only what was given can be asked for again, and only once. Begin a new application.');
  const { pupilId, authorityId } = bid;
  if ((await listBids(tx, { pupilId })).some(isOpenAt(authorityId))) return openAlready;
  const { bands } = topUpSettingsOf(await listTopUpSettings(tx), authorityId);
  const asked = askedAgain(bid, bands, tx.scope.today);
  const { parts } = await findBidWords(tx, bid.bidId);
  const bidId = await insertBid(tx, { pupilId, authorityId, renewsBidId: bid.bidId, ...asked });
  const rows = Object.entries(parts).flatMap(([part, { words }]) =>
    words === null ? [] : [{ schoolId: tx.scope.actor.schoolId, bidId, part, pupilId, words }],
  );
  if (rows.length > 0) await tx.insertInto('bidParts').values(rows).execute();
  await recordBid(tx, {
    type: 'TopUpBidRenewed',
    audience: 'finance',
    pupilId,
    subjectId: bidId,
    changes: changesBetween({}, { renews: bid.bidId, ...asked }),
  });
  return done(bidId);
}
