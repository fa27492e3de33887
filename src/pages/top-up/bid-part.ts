import { z } from 'zod';
import { type BidPart, bidPartKeys } from '#src/modules/funding/index.ts';
import { bidHref, OfBid } from './bid-of.ts';

export const OfBidPart = OfBid.extend({ bidPart: z.enum(bidPartKeys) });
export const partHref = (bidId: string, part: BidPart): string => `${bidHref(bidId)}/parts/${part}`;
export const partDraftHref = (bidId: string, part: BidPart): string => `${partHref(bidId, part)}/draft`;

/** Under which name the private draft of a part is kept. */
export const draftNameOf = (bidId: string, part: BidPart) => `bid-${part}-${bidId}` as const;
