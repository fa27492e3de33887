import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';

/** What can happen to an application for top-up. */
export const bidEventNames = ['sent', 'queried', 'answered', 'decided', 'paid', 'dropped'] as const;
export type BidEventName = (typeof bidEventNames)[number];

export const bidOutcomes = ['agreed', 'part', 'refused'] as const;
export type BidOutcome = (typeof bidOutcomes)[number];

/** Something that happened, as it is told before it is kept. What a kind of event does not have is null. */
export type ToldBidEvent = {
  readonly name: BidEventName;
  readonly happenedOn: SchoolDate;
  readonly note: string | null;
  /** Of a query: by when the authority wants an answer. */
  readonly answerBy: SchoolDate | null;
  readonly outcome: BidOutcome | null;
  readonly bandId: string | null;
  /** Of a decision what is paid a year; of a payment what was paid. */
  readonly pence: number | null;
  /** For which time a decision holds, or a payment is. */
  readonly fromOn: SchoolDate | null;
  readonly untilOn: SchoolDate | null;
};

export type BidEvent = ToldBidEvent & {
  readonly bidEventId: string;
  readonly withdrawnWhy: string | null;
};

/** An application for top-up for one pupil: what is asked of whom, and all that happened to it. */
export type Bid = {
  readonly bidId: string;
  readonly pupilId: PupilId;
  readonly authorityId: string;
  readonly authority: string;
  readonly renewsBidId: string | null;
  /** The one that carries it on. */
  readonly renewedBy: string | null;
  readonly bandId: string | null;
  /** What is asked for a year. */
  readonly askedPence: number | null;
  readonly fromOn: SchoolDate | null;
  readonly untilOn: SchoolDate | null;
  readonly begunOn: SchoolDate;
  readonly version: number;
  /** In the order in which they happened, those taken back too. */
  readonly events: readonly BidEvent[];
};

export const nothingTold = {
  note: null,
  answerBy: null,
  outcome: null,
  bandId: null,
  pence: null,
  fromOn: null,
  untilOn: null,
} as const;

/** What stands: without what was taken back. */
export const standingEvents = <E extends { readonly withdrawnWhy: string | null }>(
  events: readonly E[],
): readonly E[] => events.filter(({ withdrawnWhy }) => withdrawnWhy === null);
