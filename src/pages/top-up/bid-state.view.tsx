import { type Bid, bidStateWords, stateOfBid } from '#src/modules/funding/index.ts';
import { Tag, type TagKind } from '#src/ui/tag.tsx';

const kinds: Readonly<Record<ReturnType<typeof stateOfBid>, TagKind>> = {
  draft: 'watch',
  sent: 'watch',
  queried: 'warn',
  answered: 'watch',
  agreed: 'good',
  part: 'good',
  refused: 'late',
  paid: 'good',
  dropped: 'watch',
};

/** How an application stands, in a word. */
export function BidStateTag({ bid }: { bid: Bid }) {
  const state = stateOfBid(bid);
  return <Tag kind={kinds[state]}>{bidStateWords[state]}</Tag>;
}
