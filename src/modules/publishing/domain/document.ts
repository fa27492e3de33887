import { fromPlain, longDate, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { type DocumentKind, kindsOfDocument } from './document-kinds.ts';
import type { PartRule } from './part-rule.ts';

export const approvers = ['head', 'governors'] as const;
export type Approver = (typeof approvers)[number];
/** Who approves a document of a kind: what governors are given, the headteacher alone. */
export const approversFor = (kind: DocumentKind): readonly Approver[] =>
  kindsOfDocument[kind].isPublic ? approvers : ['head'];

export const approverWords: Readonly<Record<Approver, string>> = {
  head: 'the headteacher',
  governors: 'the governors',
};

export const fundingSources = [
  'inclusive_mainstream',
  'core',
  'notional_sen',
  'pupil_premium',
  'other',
] as const;
export type FundingSource = (typeof fundingSources)[number];
export const fundingWords: Readonly<Record<FundingSource, string>> = {
  inclusive_mainstream: 'Inclusive Mainstream Fund',
  core: 'Core budget',
  notional_sen: 'Notional SEN budget',
  pupil_premium: 'Pupil premium',
  other: 'Other',
};

export type WrittenPart = { readonly part: string; readonly words: string; readonly version: number };
export type BudgetLine = {
  readonly lineId: string;
  readonly part: string;
  readonly activity: string;
  readonly pence: number;
  readonly source: FundingSource;
};
export type Approval = {
  readonly givenBy: Approver;
  readonly approvedOn: SchoolDate;
  readonly documentVersion: number;
  readonly note: string | null;
};

/** A document as it is worked on. */
export type WorkedDocument = {
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly firstYear: number;
  readonly reviewOn: SchoolDate | null;
  readonly spansYears: boolean;
  readonly version: number;
  readonly parts: readonly WrittenPart[];
  readonly lines: readonly BudgetLine[];
  readonly approvals: readonly Approval[];
};

/** The school year as people write it: 2026 → `2026/27`. */
export const yearWords = (firstYear: number): string =>
  `${firstYear}/${String((firstYear + 1) % 100).padStart(2, '0')}`;

export const wordsOf = (document: Pick<WorkedDocument, 'parts'>, part: string): string =>
  document.parts.find((one) => one.part === part)?.words.trim() ?? '';

/** The parts that a school has to think of: what is asked of mainstream schools is not asked of others. */
export const partsAsked = (kind: DocumentKind, isMainstream: boolean): readonly PartRule[] =>
  kindsOfDocument[kind].parts.filter((rule) => isMainstream || rule.isMainstream !== true);

export type Missing = { readonly what: string; readonly at: string };

/**
 * What a rule wants and the document does not say yet: parts without words (rule pub-1), a strategy without costs or
 * without a day of review (rule pub-2). An empty list may be published.
 */
export function missing(document: WorkedDocument, isMainstream: boolean): readonly Missing[] {
  const { kind, lines, reviewOn } = document;
  const unwritten = partsAsked(kind, isMainstream)
    .filter(({ isMust, part }) => isMust && wordsOf(document, part) === '')
    .map(({ title, part }) => ({ what: title, at: part }));
  if (!kindsOfDocument[kind].hasBudget) return unwritten;
  return [
    ...unwritten,
    ...(lines.length === 0 ? [{ what: 'Budgeted costs', at: 'budget' }] : []),
    ...(reviewOn === null ? [{ what: 'Day of review', at: 'days' }] : []),
  ];
}

/** Pence in all: whole numbers, so nothing is lost. */
export const totalOf = (lines: readonly Pick<BudgetLine, 'pence'>[]): number =>
  lines.reduce((sum, { pence }) => sum + pence, 0);

/** The approvals that hold: given for the words as they stand now (rule pub-4). The newest of each giver. */
export const heldApprovals = (document: Pick<WorkedDocument, 'approvals' | 'version'>): readonly Approval[] =>
  approvers.flatMap((giver) => {
    const held = document.approvals.findLast(
      ({ givenBy, documentVersion }) => givenBy === giver && documentVersion === document.version,
    );
    return held === undefined ? [] : [held];
  });

export const lackingApprovals = (
  document: Pick<WorkedDocument, 'approvals' | 'kind' | 'version'>,
): readonly Approver[] => {
  const held = heldApprovals(document).map(({ givenBy }) => givenBy);
  return approversFor(document.kind).filter((giver) => !held.includes(giver));
};

export type Due = { readonly on: SchoolDate | null; readonly why: string };

/**
 * When the document has to be public (rule pub-3). The strategy of 2026/27 by 31 December 2026; a report a year after the last
 * one, and at once where there is none; the governors' report once in the school year. Published 12 March 2026 → due 12 March 2027.
 */
export function dueOf(kind: DocumentKind, firstYear: number, lastOn: SchoolDate | null): Due {
  if (kind === 'inclusion_strategy') {
    const on = schoolDate(`${firstYear}-12-31`);
    return { on, why: `By ${longDate(on)}: condition of the grant` };
  }
  if (kind === 'governors_report') {
    const on = schoolDate(`${firstYear + 1}-07-31`);
    return { on, why: `By ${longDate(on)}: once in the school year` };
  }
  if (lastOn === null) return { on: null, why: 'Now: none is published, and the law asks for one' };
  const on = fromPlain(plain(lastOn).add({ years: 1 }));
  return { on, why: `By ${longDate(on)}: a year after ${longDate(lastOn)}, when the last was published` };
}
