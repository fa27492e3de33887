import type { SchoolDate } from '#src/kernel/dates.ts';
import { type Dose, doseInWords, hasQuantity, type Per } from './ehc-plan.ts';
import { readDose } from './read-dose.ts';
import { vagueWording } from './vague-wording.ts';
import { shareOf } from './word-overlap.ts';

export const verdicts = ['in', 'weakened', 'missing'] as const;
export type Verdict = (typeof verdicts)[number];
export const verdictWords: Readonly<Record<Verdict, string>> = {
  in: 'In the plan',
  weakened: 'Weakened',
  missing: 'Missing',
};

export type AdviceLine = {
  readonly adviceLineId: string;
  readonly words: string;
  /** What somebody decided; null while nobody has. */
  readonly verdict: Verdict | null;
  readonly why: string | null;
  readonly decidedOn: SchoolDate | null;
  readonly version: number;
};

export type Advice = {
  readonly adviceId: string;
  readonly author: string;
  readonly capacity: string;
  readonly datedOn: SchoolDate;
  readonly lines: readonly AdviceLine[];
  readonly version: number;
};

export type Proposal = {
  readonly verdict: Verdict;
  readonly why: string;
  /** The line of Section F that is nearest, if any is near. */
  readonly line: string | null;
};

const near = 0.5;
const some = 0.3;

const unitsAYear: Readonly<Record<Per, number>> = {
  day: 190,
  week: 38,
  fortnight: 19,
  half_term: 6,
  term: 3,
  year: 1,
};

/** Minutes in a school year of 38 weeks, to compare "an hour a week" with "20 minutes a day"; null without a quantity. */
const yearly = ({ minutes, times, per }: Dose): number | null =>
  minutes === null || times === null || per === null ? null : minutes * times * unitsAYear[per];

/**
 * What seems to have become of a recommendation in the lines of Section F (rule ledger-3): by how many of its words the
 * nearest line has, and whether the quantity is as great. Only a proposal: a person decides, with a reason.
 */
export function compareAdvice(
  words: string,
  lines: readonly (Dose & { readonly words: string })[],
): Proposal {
  const [best] = lines
    .map((line) => ({ line, share: shareOf(words, line.words) }))
    .toSorted((one, other) => other.share - one.share);
  if (best === undefined || best.share < some)
    return { verdict: 'missing', why: 'No line of Section F has these words', line: null };
  const { line, share } = best;
  const per = Math.round(share * 100);
  const wanted = readDose(words);
  const [asked, given] = [yearly(wanted), yearly(line)];
  const at = { line: line.words } as const;
  if (asked !== null && given === null)
    return { ...at, verdict: 'weakened', why: `Advised: ${doseInWords(wanted)}. The line gives no quantity` };
  if (asked !== null && given !== null && given < asked)
    return {
      ...at,
      verdict: 'weakened',
      why: `Advised: ${doseInWords(wanted)}. The line gives less: ${doseInWords(line)}`,
    };
  const isLooser = vagueWording(line.words).length > 0 && vagueWording(words).length === 0;
  if (isLooser && !hasQuantity(line))
    return { ...at, verdict: 'weakened', why: 'The advice is specific, the line is loosely worded' };
  if (share < near)
    return { ...at, verdict: 'weakened', why: `The nearest line has ${per} in 100 of its words` };
  return { ...at, verdict: 'in', why: `A line has ${per} in 100 of its words, and no less of it` };
}
