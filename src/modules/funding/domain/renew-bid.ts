import { addDays, fromPlain, plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { Bid } from './bid.ts';
import { isBandOn } from './bid-money.ts';
import type { TopUpBand } from './bid-settings.ts';
import { decisionOf, stateOfBid } from './bid-state.ts';

/** What is asked for: the band, the amount a year, and the time. */
export type BidAsked = Pick<Bid, 'bandId' | 'askedPence' | 'fromOn' | 'untilOn'>;

/** Whether an application can be carried on: something was given, and no other carries it on. */
export const isRenewable = (bid: Bid): boolean =>
  bid.renewedBy === null && ['agreed', 'part', 'paid'].includes(stateOfBid(bid));

/**
 * What the next application asks for, from what this one was given (rule topup-10): the year after its end, in the same band
 * where that is still paid then. A band that has ended is left out, and so is its amount. Given until 31 Aug 2027 → from 1
 * September 2027 to 31 August 2028.
 */
export function askedAgain(bid: Bid, bands: readonly TopUpBand[], today: SchoolDate): BidAsked {
  const given = decisionOf(bid);
  const fromOn = given?.untilOn == null ? today : addDays(given.untilOn, 1);
  const untilOn = addDays(fromPlain(plain(fromOn).add({ years: 1 })), -1);
  const bandId = given?.bandId ?? bid.bandId;
  const band = bands.find((one) => one.bandId === bandId && isBandOn(one, fromOn));
  if (band !== undefined) return { bandId: band.bandId, askedPence: band.pencePerYear, fromOn, untilOn };
  return { bandId: null, askedPence: bandId === null ? bid.askedPence : null, fromOn, untilOn };
}
