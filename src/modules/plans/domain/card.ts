import type { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Plan } from './plan.ts';

/** What everybody in the lesson must know, and what helps beside it. */
export const cardKinds = ['must', 'should'] as const;
export type CardKind = (typeof cardKinds)[number];

/** How many lines of each kind a card takes, and how long a line is: more is not read on the way to a lesson (rule card-1). */
export const mostLines: Readonly<Record<CardKind, number>> = { must: 3, should: 5 };
export const longestLine = 140;

export const cardKindWords: Readonly<Record<CardKind, string>> = {
  must: 'Must know',
  should: 'Should know',
};

/** Where in the plan a line was taken from; `own` was written for the card. */
export const cardOrigins = ['help', 'strengths', 'strategy', 'own'] as const;
export type CardOrigin = (typeof cardOrigins)[number];

export const cardOriginWords: Readonly<Record<CardOrigin, string>> = {
  help: 'What helps every day',
  strengths: 'Strengths',
  strategy: 'Strategies',
  own: 'Written for the card',
};

export type CardLine = {
  readonly kind: CardKind;
  /** From 1, in the order in which it is read. */
  readonly position: number;
  readonly words: string;
  readonly origin: CardOrigin;
};

/** A line with the versions of the card in which it stood: from the first, until (not in) the last. */
export type DatedCardLine = CardLine & {
  readonly fromVersion: number;
  readonly untilVersion: number | null;
};

/** A pupil's card as one reader meets it. `version` is 0 where none was written. */
export type Card = {
  readonly pupilId: PupilId;
  readonly forename: string;
  readonly surname: string;
  readonly hasPlan: boolean;
  readonly version: number;
  readonly writtenOn: SchoolDate | null;
  readonly lines: readonly CardLine[];
  /** The version that the reader marked as read last; null where they never did. */
  readonly seenVersion: number | null;
  /** What differs from that version; empty where it was never read. */
  readonly changes: readonly CardChange[];
};

/** One difference between two versions of a card. */
export type CardChange = {
  readonly kind: CardKind;
  readonly was: string | null;
  readonly now: string | null;
};

/** The lines that stood in a version, those to know first, in order. */
export const linesAt = (lines: readonly DatedCardLine[], version: number): readonly CardLine[] =>
  lines
    .filter((line) => line.fromVersion <= version && (line.untilVersion ?? version + 1) > version)
    .map(({ kind, position, words, origin }) => ({ kind, position, words, origin }))
    .toSorted(inOrder);

const inOrder = (one: CardLine, other: CardLine): number =>
  cardKinds.indexOf(one.kind) - cardKinds.indexOf(other.kind) || one.position - other.position;

const isSame = (one: CardLine, other: CardLine): boolean =>
  one.kind === other.kind && one.words === other.words;

/**
 * What is new, gone or said otherwise between two versions. A line that only moved is none; two lines of one place
 * that both differ are one change.
 */
export function changesBetweenCards(
  before: readonly CardLine[],
  after: readonly CardLine[],
): readonly CardChange[] {
  const gone = before.filter((line) => !after.some((other) => isSame(line, other)));
  const come = after.filter((line) => !before.some((other) => isSame(line, other)));
  const placed = (one: CardLine) => (other: CardLine) =>
    other.kind === one.kind && other.position === one.position;
  return [
    ...come.map((line) => ({
      kind: line.kind,
      was: gone.find(placed(line))?.words ?? null,
      now: line.words,
    })),
    ...gone
      .filter((line) => !come.some(placed(line)))
      .map((line) => ({ kind: line.kind, was: line.words, now: null })),
  ];
}

/** Whether somebody has this card still to read: there is one, and it is newer than what they read. */
export const isToRead = ({ version, seenVersion }: Pick<Card, 'version' | 'seenVersion'>): boolean =>
  version > (seenVersion ?? 0);

/** A line of the plan that may go onto the card as it stands. */
export type Suggestion = { readonly words: string; readonly origin: CardOrigin };

const shortestSuggestion = 8;

/**
 * The lines that a plan offers for the card, each short enough: the sentences of what helps and of the strengths, and
 * the strategies of its targets. What the card says already is left out.
 */
export function suggestionsFrom(
  plan: Pick<Plan, 'sections' | 'targets'>,
  lines: readonly Pick<CardLine, 'words'>[],
): readonly Suggestion[] {
  const said = new Set(lines.map(({ words }) => words.toLowerCase()));
  const ofSection = (kind: 'help' | 'strengths') =>
    plan.sections
      .filter((section) => section.kind === kind && section.mark !== 'not_needed')
      .flatMap(({ words }) => sentencesOf(words ?? ''))
      .map((words) => ({ words, origin: kind }));
  const strategies = plan.targets
    .flatMap((target) => target.strategies)
    .flatMap(({ words }) => sentencesOf(words))
    .map((words) => ({ words, origin: 'strategy' as const }));
  const offered: Suggestion[] = [];
  for (const one of [...ofSection('help'), ...strategies, ...ofSection('strengths')]) {
    if (said.has(one.words.toLowerCase())) continue;
    said.add(one.words.toLowerCase());
    offered.push(one);
  }
  return offered;
}

/** Sentences, and the lines of a list, each within the length of a line of a card. */
function sentencesOf(words: string): readonly string[] {
  return words
    .split(/\n+|(?<=[.!?])\s+(?=\p{Lu})/u)
    .map((part) =>
      part
        .replace(/^\s*(?:[-–•*·]|\d+[.)])\s*/u, '')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/\.$/, ''),
    )
    .flatMap((part) => (part.length <= longestLine ? [part] : clausesOf(part)))
    .filter((part) => part.length >= shortestSuggestion);
}

/** A sentence that is too long for a line, at its semicolons and dashes; what is too long even so is left out. */
const clausesOf = (sentence: string): readonly string[] =>
  sentence
    .split(/\s*[;–]\s*|\s+-\s+/)
    .map((part) => part.trim())
    .filter((part) => part.length <= longestLine);
