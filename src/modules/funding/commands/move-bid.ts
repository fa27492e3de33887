import { changesBetween } from '#src/kernel/changes.ts';
import { addDays, longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import { NotFound } from '#src/kernel/stops.ts';
import { findCalendarAround } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Bid, nothingTold, standingEvents, type ToldBidEvent } from '../domain/bid.ts';
import type { BidContent } from '../domain/bid-content.ts';
import { unsaid } from '../domain/bid-missing.ts';
import { faultOfDecision } from '../domain/bid-money.ts';
import {
  isTakenOn,
  openTimes,
  type TopUpBand,
  type TopUpSettings,
  windowAt,
} from '../domain/bid-settings.ts';
import { faultOfBidEvents } from '../domain/bid-state.ts';
import type { bidsEvents } from '../domain/bids.events.ts';
import { findBidWords } from '../queries/find-bid-words.ts';
import { type BidResult, bidRefused, insertBidEvent, recordBid, staleBid, touchBid } from './bid-step.ts';

type Step = {
  readonly type: keyof typeof bidsEvents;
  readonly told: ToldBidEvent;
  readonly why?: string;
};

/** Records the next step of an application as it was read: only what may follow is taken, never a day out of order. */
async function step(tx: Tx, bid: Bid, { type, told, why }: Step): Promise<BidResult<null>> {
  const fault = faultOfBidEvents([...standingEvents(bid.events), told], tx.scope.today);
  if (fault !== null) return bidRefused(fault.words, fault.field);
  if (!(await touchBid(tx, bid))) return staleBid;
  await insertBidEvent(tx, bid, told);
  const { name: _, note: __, ...facts } = told;
  await recordBid(tx, {
    type,
    audience: 'finance',
    pupilId: bid.pupilId,
    subjectId: bid.bidId,
    ...(why === undefined ? {} : { why }),
    changes: changesBetween({}, facts),
  });
  return done(null);
}

export type Sending = {
  readonly happenedOn: SchoolDate;
  readonly note: string | null;
  readonly settings: TopUpSettings;
  /** What is sent, as it stands. */
  readonly content: BidContent;
};

async function keepVersion(
  tx: Tx,
  { bidId, pupilId }: Bid,
  content: BidContent,
  sentOn: SchoolDate,
): Promise<void> {
  const { actor, clock } = tx.scope;
  const { versions } = await findBidWords(tx, bidId);
  await tx
    .insertInto('bidVersions')
    .values({
      schoolId: actor.schoolId,
      bidId,
      number: (versions[0]?.number ?? 0) + 1,
      pupilId,
      content: JSON.stringify(content),
      sentOn,
      byPersonId: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
}

/**
 * Sends an application: what was sent is kept, and never changed (rule topup-7). Refused while it is not said what is asked
 * for, and outside the windows of the authority where nobody says why it takes it all the same (rule topup-4).
 */
export async function sendBid(
  tx: Tx,
  bid: Bid,
  { happenedOn, note, settings, content }: Sending,
): Promise<BidResult<null>> {
  const lacks = unsaid(bid);
  if (lacks !== null) return bidRefused(lacks);
  if (note === null) {
    const shut = await shutWords(tx, settings, happenedOn);
    if (shut !== null) return bidRefused(shut, 'note');
  }
  const sent = await step(tx, bid, {
    type: 'TopUpBidSent',
    told: { ...nothingTold, name: 'sent', happenedOn, note },
  });
  if (sent.ok) await keepVersion(tx, bid, content, happenedOn);
  return sent;
}

async function shutWords(tx: Tx, { windows }: TopUpSettings, on: SchoolDate): Promise<string | null> {
  if (windows.length === 0) return null;
  const { terms } = await findCalendarAround(tx, { from: addDays(on, -200), until: addDays(on, 400) });
  const times = openTimes(windows, terms);
  if (isTakenOn(windows, times, on)) return null;
  const next = windowAt(times, on);
  const opens = next === null ? '' : ` The next window opens on ${longDate(next.opensOn)}.`;
  return `The authority takes no applications on that day.${opens} If it takes this one, say why`;
}

/** Records that the authority asked something. */
export const queryBid = (
  tx: Tx,
  bid: Bid,
  told: { readonly happenedOn: SchoolDate; readonly note: string; readonly answerBy: SchoolDate | null },
): Promise<BidResult<null>> => {
  if (told.answerBy !== null && told.answerBy < told.happenedOn)
    return Promise.resolve(bidRefused('It cannot be before the day it asked', 'answerBy'));
  return step(tx, bid, { type: 'TopUpBidQueried', told: { ...nothingTold, name: 'queried', ...told } });
};

/** Records the answer, and keeps the application as it stands with it. */
export async function answerBid(
  tx: Tx,
  bid: Bid,
  {
    content,
    ...told
  }: { readonly happenedOn: SchoolDate; readonly note: string; readonly content: BidContent },
): Promise<BidResult<null>> {
  const answered = await step(tx, bid, {
    type: 'TopUpBidAnswered',
    told: { ...nothingTold, name: 'answered', ...told },
  });
  if (answered.ok) await keepVersion(tx, bid, content, told.happenedOn);
  return answered;
}

export type Decided = Pick<ToldBidEvent, 'happenedOn' | 'note' | 'pence' | 'fromOn' | 'untilOn'> & {
  readonly outcome: NonNullable<ToldBidEvent['outcome']>;
  readonly band: TopUpBand | null;
};

/** Records what the authority decided: all, a part, or nothing with its reason. */
export async function decideBid(tx: Tx, bid: Bid, told: Decided): Promise<BidResult<null>> {
  const { band, ...given } = told;
  const isRefused = given.outcome === 'refused';
  const pence = isRefused ? null : (given.pence ?? band?.pencePerYear ?? null);
  const untilOn = isRefused ? null : given.untilOn;
  const fromOn = isRefused ? null : given.fromOn;
  const fault = faultOfDecision(
    { ...given, pence, fromOn, untilOn, band: isRefused ? null : band },
    bid.askedPence ?? 0,
  );
  if (fault !== null) return bidRefused(fault.words, fault.field);
  const bandId = isRefused ? null : (band?.bandId ?? null);
  return step(tx, bid, {
    type: 'TopUpBidDecided',
    told: { ...nothingTold, name: 'decided', ...given, pence, fromOn, untilOn, bandId },
  });
}

/** Records money that came. */
export const payBid = (
  tx: Tx,
  bid: Bid,
  told: { readonly happenedOn: SchoolDate; readonly pence: number; readonly note: string | null },
): Promise<BidResult<null>> =>
  told.pence === 0
    ? Promise.resolve(bidRefused('Enter what was paid', 'pence'))
    : step(tx, bid, { type: 'TopUpMoneyPaid', told: { ...nothingTold, name: 'paid', ...told } });

/** Withdraws an application that nobody has decided, with the reason. */
export const dropBid = (
  tx: Tx,
  bid: Bid,
  { happenedOn, why }: { readonly happenedOn: SchoolDate; readonly why: string },
): Promise<BidResult<null>> =>
  step(tx, bid, {
    type: 'TopUpBidDropped',
    told: { ...nothingTold, name: 'dropped', happenedOn, note: why },
    why,
  });

/** Takes back the last step of an application, which was wrong, with the reason. It stays on record. */
export async function withdrawBidStep(
  tx: Tx,
  bid: Bid,
  { bidEventId, why }: { readonly bidEventId: string; readonly why: string },
): Promise<BidResult<null>> {
  const last = standingEvents(bid.events).at(-1);
  if (!bid.events.some((event) => event.bidEventId === bidEventId)) throw new NotFound();
  if (last?.bidEventId !== bidEventId)
    return bidRefused('Other steps followed it. Take back the last one first.');
  if (!(await touchBid(tx, bid))) return staleBid;
  await tx
    .updateTable('bidEvents')
    .set({ withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('bidEventId', '=', bidEventId)
    .execute();
  await recordBid(tx, {
    type: 'TopUpStepWithdrawn',
    audience: 'finance',
    pupilId: bid.pupilId,
    subjectId: bid.bidId,
    why,
    changes: { [last.name]: { before: last.happenedOn, after: null } },
  });
  return done(null);
}
