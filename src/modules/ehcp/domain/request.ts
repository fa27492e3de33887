import { longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Authority, AuthorityAsk } from './authority.ts';

/** Where a paragraph was taken from, so that its reader can look. */
export type RequestSource = { readonly label: string; readonly on: SchoolDate | null; readonly href: string };
export type RequestParagraph = {
  /** The same from day to day, so that what was changed by hand finds its paragraph again. */
  readonly key: string;
  readonly words: string;
  readonly source: RequestSource;
  readonly isByHand?: boolean;
};

/** The parts of a request in the order of CoP 9.14 and the common core of the forms (statutory.md 3.4). */
export const requestParts = {
  pupil: 'The pupil',
  pupilViews: 'What the pupil says',
  parentViews: 'What the family says',
  strengths: 'Strengths',
  needs: 'Needs and what stands in the way',
  cycles: 'What was planned, done and reviewed',
  provision: 'Support given, and what it cost',
  results: 'Progress',
} as const;
export type RequestPartKey = keyof typeof requestParts;
export const requestPartKeys = Object.keys(requestParts) as readonly RequestPartKey[];

export type RequestContent = Readonly<Record<RequestPartKey, readonly RequestParagraph[]>> & {
  /** Reports of professionals, numbered in this order. */
  readonly appendices: readonly RequestSource[];
  /** Issued plans of different cycles. */
  readonly cycleCount: number;
  readonly hasCosts: boolean;
};

export type Missing = { readonly key: string; readonly title: string; readonly why: string };

type Wanted = Missing & {
  readonly part?: RequestPartKey;
  readonly isThere: (given: RequestContent) => boolean;
};

const wanted: readonly Wanted[] = [
  {
    key: 'pupil-views',
    part: 'pupilViews',
    title: 'Ask the pupil what they think, and write it down',
    why: 'CFA 2014 s19: the views of the child count in every decision',
    isThere: ({ pupilViews }) => pupilViews.length > 0,
  },
  {
    key: 'parent-views',
    part: 'parentViews',
    title: 'Ask the family what they see and want',
    why: 'CFA 2014 s19; Code of Practice 9.9: a school asks with the parent’s knowledge',
    isThere: ({ parentViews }) => parentViews.length > 0,
  },
  {
    key: 'needs',
    part: 'needs',
    title: 'Describe the needs',
    why: 'Code of Practice 9.14: nature, extent and context of the needs',
    isThere: ({ needs }) => needs.length > 0,
  },
  {
    key: 'cycles',
    part: 'cycles',
    title: 'Show what was planned, done and reviewed',
    why: 'Code of Practice 9.14: the action already taken',
    isThere: ({ cycles }) => cycles.length > 0,
  },
  {
    key: 'provision',
    part: 'provision',
    title: 'Show the support given',
    why: 'Code of Practice 9.14: progress came only with much additional support',
    isThere: ({ provision }) => provision.length > 0,
  },
  {
    key: 'results',
    part: 'results',
    title: 'Record results of the last year',
    why: 'Code of Practice 9.14: attainment and rate of progress',
    isThere: ({ results }) => results.length > 0,
  },
  {
    key: 'reports',
    title: 'Add the reports of professionals that there are',
    why: 'Usual, not law: a request is not refused because one is missing',
    isThere: ({ appendices }) => appendices.length > 0,
  },
];

/**
 * What a request still lacks, each with the reason; a part that its writer set down as not needed is not missed. None of it bars
 * the way: the test is that of CFA 2014 s36(8).
 */
export const missingOf = (
  given: RequestContent,
  notNeeded: readonly RequestPartKey[] = [],
): readonly Missing[] =>
  wanted
    .filter(({ part, isThere }) => !isThere(given) && (part === undefined || !notNeeded.includes(part)))
    .map(({ key, title, why }) => ({ key, title, why }));

/** How an authority's wish stands: there, not there, or for a person to judge. */
export type AskState = { readonly ask: AuthorityAsk; readonly state: 'there' | 'not there' | 'look' };

const asked: Readonly<Record<AuthorityAsk['kind'], (given: RequestContent) => boolean | null>> = {
  cycles: ({ cycleCount }) => cycleCount >= 2,
  costs: ({ hasCosts }) => hasCosts,
  advice: ({ appendices }) => appendices.length > 0,
  views: ({ pupilViews, parentViews }) => pupilViews.length > 0 && parentViews.length > 0,
  form: () => null,
  other: () => null,
};

/** The wishes of an authority beside what the request holds. LOCAL: they cannot take the place of the law's own test (rule case-3). */
export const asksOf = (
  authority: Pick<Authority, 'rules'> | null,
  given: RequestContent,
): readonly AskState[] =>
  (authority?.rules.asks ?? []).map((ask) => {
    const there = asked[ask.kind](given);
    return { ask, state: there === null ? 'look' : there ? 'there' : 'not there' };
  });

export const sourceWords = ({ label, on }: RequestSource): string =>
  on === null ? label : `${label}, ${longDate(on)}`;
