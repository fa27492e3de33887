import type { Bid } from './bid.ts';
import { decisionOf, paidPence, sentOnOf } from './bid-state.ts';

/** So many decisions are needed before a share is told: of fewer it is chance. */
export const fewestDecided = 5;

/** What became of applications that were sent, and the money of a year. */
export type BidFigures = {
  readonly sent: number;
  readonly decided: number;
  readonly agreed: number;
  readonly part: number;
  readonly refused: number;
  /** Of those that were decided, so that the two can stand side by side. */
  readonly askedPence: number;
  readonly givenPence: number;
  /** Of all that were sent. */
  readonly paidPence: number;
};

export type FiguresLine = BidFigures & { readonly key: string; readonly label: string };

const isSent = (bid: Bid): boolean => sentOnOf(bid) !== null;

/** Adds up what became of applications; of drafts nothing is counted (rule topup-9). */
export function figuresOf(bids: readonly Bid[]): BidFigures {
  const sent = bids.filter(isSent);
  const decided = sent.flatMap((bid) => {
    const decision = decisionOf(bid);
    return decision === null ? [] : [{ bid, decision }];
  });
  const count = (outcome: string) => decided.filter(({ decision }) => decision.outcome === outcome).length;
  return {
    sent: sent.length,
    decided: decided.length,
    agreed: count('agreed'),
    part: count('part'),
    refused: count('refused'),
    askedPence: decided.reduce((sum, { bid }) => sum + (bid.askedPence ?? 0), 0),
    givenPence: decided.reduce((sum, { decision }) => sum + (decision.pence ?? 0), 0),
    paidPence: sent.reduce((sum, bid) => sum + paidPence(bid), 0),
  };
}

/** The figures under headings, the most sent first. Each application is under one, so that the lines make the whole. */
export function figuresBy(
  bids: readonly Bid[],
  label: (bid: Bid) => { readonly key: string; readonly label: string },
): readonly FiguresLine[] {
  return [...Map.groupBy(bids.filter(isSent), (bid) => label(bid).key)]
    .map(([key, some]) => ({
      key,
      label: some[0] === undefined ? '' : label(some[0]).label,
      ...figuresOf(some),
    }))
    .toSorted((one, other) => other.sent - one.sent || one.label.localeCompare(other.label));
}

/**
 * How many of those decided got something, in words; a share only from five decisions on (rule topup-9). 4 of 6 → “4 of 6
 * (67 %)”; 1 of 2 → “1 of 2: too few for a share”.
 */
export function successWords({ decided, agreed, part }: BidFigures): string {
  if (decided === 0) return 'None decided yet';
  const got = agreed + part;
  return decided < fewestDecided
    ? `${got} of ${decided}: too few for a share`
    : `${got} of ${decided} (${Math.round((100 * got) / decided)} %)`;
}
