import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';

/** For whom a link is: a parent reads and signs, a young person does so for themselves, a pupil tells how school is. */
export const voiceKinds = ['parent', 'young_person', 'pupil'] as const;
export type VoiceKind = (typeof voiceKinds)[number];
export const voiceKind = (text: string): VoiceKind => {
  const kind = voiceKinds.find((known) => known === text);
  if (kind === undefined) throw new Error(`Unknown kind ${text}`);
  return kind;
};

/** How the link and its code reach them. */
export const deliveries = ['mail_both', 'mail_link', 'by_hand', 'this_device'] as const;
export type Delivery = (typeof deliveries)[number];
export const deliveryOf = (text: string): Delivery => {
  const delivery = deliveries.find((known) => known === text);
  if (delivery === undefined) throw new Error(`Unknown delivery ${text}`);
  return delivery;
};

const hours = 60 * 60 * 1000;
/** How long a link lasts, how long a code, how long without a request, how many wrong codes, how many codes by mail. */
export const linkLasts = 14 * 24 * hours;
export const codeLasts = 7 * 24 * hours;
export const idleLasts = 1 * hours;
export const mostTries = 6;
export const mostCodes = 6;

export type VoiceLink = {
  readonly voiceLinkId: string;
  readonly planId: string;
  readonly pupilId: PupilId;
  readonly kind: VoiceKind;
  readonly carerId: string | null;
  readonly forName: string;
  readonly relationship: string;
  readonly delivery: Delivery;
  readonly tries: number;
  /** Whether a code waits that was not used. */
  readonly hasCode: boolean;
  readonly openedAt: Date | null;
  readonly madeAt: Date;
  readonly untilAt: Date;
  readonly stoppedAt: Date | null;
  readonly stoppedWhy: string | null;
  readonly version: number;
};

export type LinkState = 'waiting' | 'opened' | 'guessed' | 'stopped' | 'expired';

/** A link lives fourteen days, until it is stopped, or until six wrong codes were typed (rule voice-1). */
export function linkState(
  of: Pick<VoiceLink, 'stoppedAt' | 'untilAt' | 'tries' | 'openedAt'>,
  now: Date,
): LinkState {
  if (of.stoppedAt !== null) return 'stopped';
  if (of.untilAt <= now) return 'expired';
  if (of.tries >= mostTries) return 'guessed';
  return of.openedAt === null ? 'waiting' : 'opened';
}

export const linkStateWords: Readonly<Record<LinkState, string>> = {
  waiting: 'Not opened yet',
  opened: 'Opened',
  guessed: 'Dead: too many wrong codes',
  stopped: 'Stopped',
  expired: 'Past its day',
};

/** Digits and letters that nobody confuses, read out or written down. */
const signs = '23456789ABCDEFGHJKMNPQRTUVWXYZ';
const codeLength = 6;

/** A code of six signs from random bytes; bytes that would favour some signs are passed over (rule voice-2). */
export function codeFrom(bytes: Uint8Array): string {
  const fair = 256 - (256 % signs.length);
  const taken = [...bytes].filter((byte) => byte < fair).slice(0, codeLength);
  if (taken.length < codeLength) throw new Error('too few random bytes for a code');
  return taken.map((byte) => signs[byte % signs.length]).join('');
}

/** As it is written and read out: `K7P 4MX`. */
export const codeWords = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** What somebody typed as a code, without spaces, hyphens and small letters. */
export const readCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** What is known of a tie between a carer and the pupil when a link is asked for, or used. */
export type Tie = {
  readonly hasParentalResponsibility: boolean | null;
  readonly isRestricted: boolean;
};

export type NoLink = 'restricted' | 'no_responsibility' | 'not_known';

/**
 * Why a carer gets no link: a court or the safeguarding lead limits contact, or parental responsibility is not held or
 * not known (rule voice-3). Null where a link may be made. Asked again whenever the link is used.
 */
export function whyNoLink({ hasParentalResponsibility, isRestricted }: Tie): NoLink | null {
  if (isRestricted) return 'restricted';
  if (hasParentalResponsibility === null) return 'not_known';
  return hasParentalResponsibility ? null : 'no_responsibility';
}

/** Told to those who keep contacts; others are sent to the SENCO, as a court order is not theirs to read. */
export const noLinkWords: Readonly<Record<NoLink, string>> = {
  restricted: 'No link: a court or the safeguarding lead limits contact with this person',
  no_responsibility: 'No link: this person does not hold parental responsibility',
  not_known:
    'No link: it is not known whether this person holds parental responsibility. Note it with the contact first',
};
export const askSencoWords = 'No link can be made for this person here. Ask the SENCO';

/**
 * Whose the rights are: the parents’ until compulsory school age ends, from the day after the young person’s own, with
 * capacity (rule voice-4).
 */
export const holderOfRights = (today: SchoolDate, schoolAgeEndsOn: SchoolDate): 'parent' | 'young_person' =>
  today > schoolAgeEndsOn ? 'young_person' : 'parent';

/** How words came, for the record: `By link, 24 November 2026`. */
export const howAskedWords: Readonly<Record<Delivery, string>> = {
  mail_both: 'by link, without a member of staff',
  mail_link: 'by link, without a member of staff',
  by_hand: 'by link, handed over by the school',
  this_device: 'on a device in school, opened by a member of staff',
};
