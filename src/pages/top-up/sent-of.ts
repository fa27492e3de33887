import { z } from 'zod';
import { findSentBid } from '#src/modules/funding/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type BidInShort, loadBid, OfBid } from './bid-of.ts';

export const OfSent = OfBid.extend({ number: z.coerce.number().int().min(1).max(100) });

type Sent = NonNullable<Awaited<ReturnType<typeof findSentBid>>>;
export type SentSubject = BidInShort & { readonly sent: Sent };

/** An application as it was sent; null where there is no such version. */
export async function loadSent(
  tx: Tx,
  { bidId, number }: z.output<typeof OfSent>,
): Promise<SentSubject | null> {
  const held = await loadBid(tx, bidId);
  const sent = held === null ? null : await findSentBid(tx, bidId, number);
  return held === null || sent === null ? null : { ...held, sent };
}
