import { addDays, daysBetween, fromPlain, longDate, plain, type SchoolDate } from '#src/kernel/dates.ts';
import type { BidOutcome } from './bid.ts';
import type { TopUpBand } from './bid-settings.ts';

/**
 * What a yearly amount comes to between two days, both included, in whole pence: whole years, and the rest by days of the
 * year that follows (rule topup-3). Top-up follows the pupil, and is paid in part for a part of a year (statutory.md 4.1).
 * £3,650 a year from 1 to 31 January 2027 → £310.00.
 */
export function pencePerTime(pencePerYear: number, fromOn: SchoolDate, untilOn: SchoolDate): number {
  const end = plain(addDays(untilOn, 1));
  const years = plain(fromOn).until(end, { largestUnit: 'years' }).years;
  const wholeUntil = plain(fromOn).add({ years });
  const ofYear = daysBetween(fromPlain(wholeUntil), fromPlain(plain(fromOn).add({ years: years + 1 })));
  const rest = daysBetween(fromPlain(wholeUntil), fromPlain(end));
  return pencePerYear * years + Math.round((pencePerYear * rest) / ofYear);
}

/** Whether a band is paid on a day. A band that has ended is still named by what was decided before. */
export const isBandOn = ({ fromOn, untilOn }: TopUpBand, on: SchoolDate): boolean =>
  fromOn <= on && (untilOn === null || on <= untilOn);

type Given = {
  readonly outcome: BidOutcome;
  readonly pence: number | null;
  readonly fromOn: SchoolDate | null;
  readonly untilOn: SchoolDate | null;
  readonly note: string | null;
  readonly band: TopUpBand | null;
};
export type MoneyFault = {
  readonly field: 'pence' | 'fromOn' | 'untilOn' | 'note' | 'bandId';
  readonly words: string;
};

/**
 * What cannot be in a decision (rule topup-2): a refusal says why and gives nothing; what is given has an amount and a time;
 * in part is less than was asked, agreed is all of it; and its band is paid on the first day.
 */
export function faultOfDecision(given: Given, askedPence: number): MoneyFault | null {
  const { outcome, pence, fromOn, untilOn, note, band } = given;
  if (outcome === 'refused')
    return note === null ? { field: 'note', words: 'Enter the reason that the authority gave' } : null;
  if (pence === null) return { field: 'pence', words: 'Enter what is paid a year' };
  if (fromOn === null) return { field: 'fromOn', words: 'Enter from when it is paid' };
  if (untilOn === null) return { field: 'untilOn', words: 'Enter until when it is paid' };
  if (untilOn < fromOn) return { field: 'untilOn', words: 'The last day must be after the first' };
  if (outcome === 'part' && pence >= askedPence)
    return { field: 'pence', words: 'That is no less than was asked: select “All that was asked”' };
  if (outcome === 'agreed' && pence < askedPence)
    return { field: 'pence', words: 'That is less than was asked: select “A part of it”' };
  return band === null ? null : bandFault(band, fromOn);
}

/** A band that has ended, or not begun, on the first day (rule topup-2). */
export const bandFault = (band: TopUpBand, fromOn: SchoolDate): MoneyFault | null =>
  isBandOn(band, fromOn)
    ? null
    : {
        field: 'bandId',
        words:
          band.untilOn !== null && band.untilOn < fromOn
            ? `${band.name} ended on ${longDate(band.untilOn)}: choose one that is paid from ${longDate(fromOn)}`
            : `${band.name} begins on ${longDate(band.fromOn)}`,
      };
