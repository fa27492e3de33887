import { addDays, longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { type Bid, type BidEvent, type BidEventName, standingEvents, type ToldBidEvent } from './bid.ts';

export const bidStates = [
  'draft',
  'sent',
  'queried',
  'answered',
  'agreed',
  'part',
  'refused',
  'paid',
  'dropped',
] as const;
export type BidState = (typeof bidStates)[number];

export const bidStateWords: Readonly<Record<BidState, string>> = {
  draft: 'Draft',
  sent: 'Sent',
  queried: 'Question to answer',
  answered: 'Answered',
  agreed: 'Agreed',
  part: 'Agreed in part',
  refused: 'Refused',
  paid: 'Paid',
  dropped: 'Withdrawn',
};

export const bidEventWords: Readonly<Record<BidEventName, string>> = {
  sent: 'Sent to the authority',
  queried: 'The authority asked something',
  answered: 'Answered',
  decided: 'Decided',
  paid: 'Paid',
  dropped: 'Withdrawn',
};

/** What may come next (rule topup-1). Nothing follows a refusal: another try is another application. */
const next: Readonly<Record<BidState, readonly BidEventName[]>> = {
  draft: ['sent', 'dropped'],
  sent: ['queried', 'decided', 'dropped'],
  queried: ['answered', 'decided', 'dropped'],
  answered: ['queried', 'decided', 'dropped'],
  agreed: ['paid'],
  part: ['paid'],
  refused: [],
  paid: ['paid'],
  dropped: [],
};

export const nextEvents = (state: BidState): readonly BidEventName[] => next[state];

const stateAfter = ({ name, outcome }: Pick<ToldBidEvent, 'name' | 'outcome'>): BidState =>
  name === 'decided' ? (outcome ?? 'refused') : name;

/** How an application stands: what happened to it last. It is stored nowhere. */
export function stateOfBid({ events }: { readonly events: readonly BidEvent[] }): BidState {
  const last = standingEvents(events).at(-1);
  return last === undefined ? 'draft' : stateAfter(last);
}

/** It can still be written: nobody has it yet, or its authority waits for an answer. */
export const isWritable = (state: BidState): boolean => state === 'draft' || state === 'queried';

export type BidFault = { readonly field: 'happenedOn' | 'form'; readonly words: string };

const tooLongAgo = 26 * 366;

/**
 * The first thing that cannot be among events in their order, or null (rule topup-1). A decision before it is sent, a day to
 * come, a day before the one before it: each gives a sentence.
 */
export function faultOfBidEvents(
  events: readonly Pick<ToldBidEvent, 'name' | 'outcome' | 'happenedOn'>[],
  today: SchoolDate,
): BidFault | null {
  let state: BidState = 'draft';
  let before: SchoolDate | null = null;
  for (const event of events) {
    const { name, happenedOn } = event;
    const day = longDate(happenedOn);
    if (!nextEvents(state).includes(name))
      return {
        field: 'form',
        words: `“${bidEventWords[name]}” cannot follow “${bidStateWords[state]}”.`,
      };
    if (happenedOn > today) return { field: 'happenedOn', words: `${day} has not come yet` };
    if (happenedOn < addDays(today, -tooLongAgo))
      return { field: 'happenedOn', words: `${day} is too long ago` };
    if (before !== null && happenedOn < before)
      return { field: 'happenedOn', words: `It cannot be before ${longDate(before)}, the step before it` };
    state = stateAfter(event);
    before = happenedOn;
  }
  return null;
}

/** What was decided, where it stands. */
export const decisionOf = ({ events }: Pick<Bid, 'events'>): BidEvent | null =>
  standingEvents(events).findLast(({ name }) => name === 'decided') ?? null;

/** What was paid until now, in pence. */
export const paidPence = ({ events }: Pick<Bid, 'events'>): number =>
  standingEvents(events)
    .filter(({ name }) => name === 'paid')
    .reduce((sum, { pence }) => sum + (pence ?? 0), 0);

/** When it went to the authority first. */
export const sentOnOf = ({ events }: Pick<Bid, 'events'>): SchoolDate | null =>
  standingEvents(events).find(({ name }) => name === 'sent')?.happenedOn ?? null;
