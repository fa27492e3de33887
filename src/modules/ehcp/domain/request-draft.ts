import type { SchoolDate } from '../../../kernel/dates.ts';
import {
  type RequestContent,
  type RequestParagraph,
  type RequestPartKey,
  type RequestSource,
  requestPartKeys,
} from './request.ts';

export const writtenStates = ['in_progress', 'complete', 'not_needed'] as const;
export type WrittenState = (typeof writtenStates)[number];
/** How far a part is. What nobody has saved is not started, though the records may fill it. */
export type PartState = 'not_started' | WrittenState;

export const partStateWords: Readonly<Record<PartState, string>> = {
  not_started: 'Not started',
  in_progress: 'In progress',
  complete: 'Complete',
  not_needed: 'Not needed',
};

/** A paragraph as somebody changed it; without words it is left out. `original` is what the record said when they did. */
export type WrittenParagraph = {
  readonly key: string;
  readonly words: string;
  readonly original: string;
  readonly source: RequestSource;
};

export type WrittenPart = {
  readonly part: RequestPartKey;
  readonly state: WrittenState;
  readonly paragraphs: readonly WrittenParagraph[];
  readonly own: string | null;
  readonly version: number;
};

export type AssessmentRequest = {
  readonly requestId: string;
  readonly state: 'open' | 'sent';
  readonly begunOn: SchoolDate;
  readonly sentOn: SchoolDate | null;
  readonly sentHow: string | null;
  readonly documentId: string | null;
  readonly caseId: string | null;
  /** Null while nobody chose: the reports on record are proposed. */
  readonly appendixIds: readonly string[] | null;
  readonly parts: readonly WrittenPart[];
  readonly version: number;
};

/** A paragraph as its writer sees it. */
export type ShownParagraph = RequestParagraph & {
  readonly isByHand: boolean;
  /** What the record says now, where it moved on after somebody changed the words; null where it says it no longer. */
  readonly movedOn: { readonly before: string; readonly after: string | null } | null;
  /** What the record says: what its words are set against when they come back. */
  readonly live: string;
};

/**
 * A part as it stands: what is live, refreshed from the records, unless it was changed by hand; then what was changed, with its
 * source and with what the record says since (rule request-1).
 */
export function shownParagraphs(
  live: readonly RequestParagraph[],
  written: Pick<WrittenPart, 'paragraphs'> | undefined,
): readonly ShownParagraph[] {
  const held = new Map((written?.paragraphs ?? []).map((one) => [one.key, one]));
  const known = new Set(live.map(({ key }) => key));
  const gone = (written?.paragraphs ?? []).filter(({ key, words }) => !known.has(key) && words !== '');
  return [
    ...live.map((one): ShownParagraph => {
      const hand = held.get(one.key);
      if (hand === undefined) return { ...one, isByHand: false, movedOn: null, live: one.words };
      const movedOn = hand.original === one.words ? null : { before: hand.original, after: one.words };
      return { ...one, words: hand.words, isByHand: true, movedOn, live: one.words };
    }),
    ...gone.map(
      ({ key, words, original, source }): ShownParagraph => ({
        ...{ key, words, source },
        isByHand: true,
        movedOn: original === '' ? null : { before: original, after: null },
        live: '',
      }),
    ),
  ];
}

/** What comes back of a paragraph: its words, and what the record said when it was shown. */
export type TypedParagraph = { readonly key: string; readonly words: string; readonly seen: string };

/**
 * What is to be kept of what was typed: words that are the record's own stay live; others are kept with their source (rule
 * request-1). Blank words leave a paragraph out; of one that the records no longer hold nothing is kept then. What was not shown
 * stays as it was.
 */
export function keptOf(
  typed: readonly TypedParagraph[],
  live: readonly RequestParagraph[],
  held: readonly WrittenParagraph[],
): readonly WrittenParagraph[] {
  const shown = new Set(typed.map(({ key }) => key));
  const kept = typed.flatMap(({ key, words, seen }): WrittenParagraph[] => {
    const now = live.find((one) => one.key === key);
    const source = now?.source ?? held.find((one) => one.key === key)?.source;
    const isLive = sameWords(words, seen) || (now !== undefined && sameWords(words, now.words));
    return source === undefined || isLive
      ? []
      : [{ key, words: plain(words), original: plain(seen), source }];
  });
  return [...kept, ...held.filter(({ key }) => !shown.has(key))];
}

/** Browsers send other ends of lines than they were given. */
const plain = (words: string): string => words.replaceAll('\r\n', '\n').trim();
const sameWords = (one: string, other: string): boolean => plain(one) === plain(other);

export const ownSource: Omit<RequestSource, 'on'> = { label: 'Written for this request', href: '' };

/** The request as it would be sent: live words and those changed by hand; without what was left out or is not needed. */
export function contentOfDraft(
  live: RequestContent,
  { parts }: Pick<AssessmentRequest, 'parts'>,
): RequestContent {
  const told = requestPartKeys.map((key) => {
    const written = parts.find(({ part }) => part === key);
    if (written?.state === 'not_needed') return [key, []] as const;
    const own = written?.own ?? null;
    return [
      key,
      [
        ...shownParagraphs(live[key], written).filter(({ words }) => words !== ''),
        ...(own === null
          ? []
          : [{ key: 'own', words: own, source: { ...ownSource, on: null }, isByHand: false }]),
      ],
    ] as const;
  });
  return { ...live, ...(Object.fromEntries(told) as Record<RequestPartKey, readonly RequestParagraph[]>) };
}

export const stateOfPart = ({ parts }: Pick<AssessmentRequest, 'parts'>, key: RequestPartKey): PartState =>
  parts.find(({ part }) => part === key)?.state ?? 'not_started';

/** The parts that their writers set down as not needed. */
export const notNeededOf = ({ parts }: Pick<AssessmentRequest, 'parts'>): readonly RequestPartKey[] =>
  parts.filter(({ state }) => state === 'not_needed').map(({ part }) => part);

/** The documents that go with it, in the order in which they stand on record: those chosen, else the reports proposed. */
export const appendicesOf = <D extends { readonly documentId: string }>(
  documents: readonly D[],
  chosen: readonly string[] | null,
  isProposed: (one: D) => boolean,
): readonly D[] =>
  documents.filter((one) => (chosen === null ? isProposed(one) : chosen.includes(one.documentId)));
