import { z } from 'zod';
import type { Member } from '#src/kernel/access.ts';
import { addDays } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import {
  againstThreshold,
  asksOfBid,
  type Bid,
  type BidAsk,
  type BidContent,
  type BidFilled,
  type BidParagraph,
  type BidWords,
  bidCostsOf,
  bidPartKeys,
  findBid,
  findBidWords,
  listTopUpSettings,
  openTimes,
  paragraphsOf,
  plannedPence,
  type TopUpSettings,
  topUpSettingsOf,
  windowAt,
} from '#src/modules/funding/index.ts';
import { findPupilCosts } from '#src/modules/provision/index.ts';
import { findPupil, type Pupil } from '#src/modules/pupils/index.ts';
import { type KnownForm, listForms } from '#src/modules/reports/index.ts';
import { findCalendarAround } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { readRecords } from '../cases/request/request-of.ts';
import { fullName, type PupilHead } from '../pupil/pupil-head.ts';

export const OfBid = z.object({ bidId: z.uuid() });
export const bidHref = (bidId: string): string => `/top-up/${bidId}`;
export const topUpHref = (pupilId: string): string => `/pupils/${pupilId}/top-up`;

/** How far terms are read for the windows of authorities. */
const calendarDays = 400;

export const staleWords =
  'Somebody else has changed this application since you opened it. Look at it as it is now, then try again.';

/** An application and its pupil: all that a single step of it needs. */
export type BidInShort = { readonly bid: Bid; readonly pupil: Pupil };

export async function loadBid(tx: Tx, bidId: string): Promise<BidInShort | null> {
  const bid = await findBid(tx, bidId);
  const pupil = bid === null ? null : await findPupil(tx, bid.pupilId);
  return bid === null || pupil === null ? null : { bid, pupil };
}

export const ofBidPupil = ({ bid }: { readonly bid: Bid }): readonly PupilId[] => [bid.pupilId];
export const leadOf = ({ bid, pupil }: BidInShort): string => `${fullName(pupil)} · ${bid.authority}`;

/** An application whole: what the records say, what was written, what it holds now, and what it lacks. */
export type BidSubject = PupilHead & {
  readonly bid: Bid;
  readonly settings: TopUpSettings;
  readonly filled: BidFilled;
  readonly words: BidWords;
  readonly content: BidContent;
  readonly asks: readonly BidAsk[];
  readonly window: ReturnType<typeof windowAt>;
  /** Word forms that can be filled with it. */
  readonly forms: readonly KnownForm[];
};

/** Reads an application with all that it is made of; null where it is not the actor's to see. */
export async function loadWholeBid(
  tx: Tx,
  bidId: string,
  actor: Pick<Member, 'schoolName'>,
): Promise<BidSubject | null> {
  const bid = await findBid(tx, bidId);
  if (bid === null) return null;
  const { pupilId } = bid;
  const { today } = tx.scope;
  const read = await tx.scope.together({
    records: (one: Tx) => readRecords(one, pupilId),
    costs: (one: Tx) => findPupilCosts(one, pupilId),
    words: (one: Tx) => findBidWords(one, bidId),
    settings: listTopUpSettings,
    forms: listForms,
    calendar: (one: Tx) =>
      findCalendarAround(one, { from: addDays(today, -calendarDays), until: addDays(today, calendarDays) }),
  });
  if (read.records === null) return null;
  const { head, content: records } = read.records;
  const settings = topUpSettingsOf(read.settings, bid.authorityId);
  const filled = filledFrom(records, bidCostsOf(read.costs), pupilId);
  const content = contentNow(bid, { filled, words: read.words, settings, head, actor });
  const parts = Object.fromEntries(content.parts.map(({ part, paragraphs }) => [part, paragraphs]));
  return {
    ...head,
    bid,
    settings,
    filled,
    words: read.words,
    content,
    asks: asksOfBid(settings.rules, { ...filled, parts }, today),
    forms: read.forms,
    window: windowAt(openTimes(settings.windows, read.calendar.terms), today),
  };
}

type Records = NonNullable<Awaited<ReturnType<typeof readRecords>>>['content'];

function filledFrom(records: Records, costs: BidFilled['costs'], pupilId: PupilId): BidFilled {
  const { pupil, needs, strengths, pupilViews, parentViews, cycles, provision, results } = records;
  return {
    parts: {
      pupil: pupil,
      needs: needs,
      strengths: strengths,
      pupilViews: pupilViews,
      parentViews: parentViews,
      cycles: cycles,
      provision: provision,
      costs: costParagraphs(costs, pupilId),
      results: results,
      use: [],
    },
    costs,
    appendices: records.appendices,
    cycleCount: records.cycleCount,
  };
}

/** The sum in words: what is planned, what the school meets itself, what is beyond. */
function costParagraphs(costs: BidFilled['costs'], pupilId: PupilId): readonly BidParagraph[] {
  if (costs.lines.length === 0) return [];
  const { within, beyond } = againstThreshold(costs);
  const own = poundsInWords(costs.thresholdPence);
  const words = [
    `The support planned for this pupil in ${costs.year ?? 'this year'} costs ${poundsInWords(plannedPence(costs))}.`,
    beyond > 0
      ? `The school meets the first ${own} of it itself; ${poundsInWords(beyond)} is beyond that.`
      : `It does not pass the first ${own}, which the school meets itself: ${poundsInWords(within)} of it.`,
  ].join(' ');
  const label = costs.year === null ? 'Provision and its cost' : `Provision and its cost, ${costs.year}`;
  return [{ words, source: { label, on: null, href: `/pupils/${pupilId}/provision` } }];
}

type Now = Pick<BidSubject, 'filled' | 'words' | 'settings'> & {
  readonly head: PupilHead;
  readonly actor: Pick<Member, 'schoolName'>;
};

function contentNow(bid: Bid, { filled, words, settings, head, actor }: Now): BidContent {
  return {
    pupilName: fullName(head.pupil),
    schoolName: actor.schoolName,
    authority: bid.authority,
    band: settings.bands.find(({ bandId }) => bandId === bid.bandId)?.name ?? null,
    askedPence: bid.askedPence,
    fromOn: bid.fromOn,
    untilOn: bid.untilOn,
    parts: bidPartKeys.map((part) => ({
      part,
      paragraphs: [...paragraphsOf(words.parts[part]?.words ?? null, filled.parts[part])],
    })),
    costs: filled.costs,
    appendices: [...filled.appendices],
  };
}
