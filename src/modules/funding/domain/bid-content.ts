import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import type { PupilCosts } from '#src/modules/provision/index.ts';

/** The parts of an application in the order of the common core of the authorities’ forms (docs-and-forms.md 8). */
export const bidParts = {
  pupil: 'The pupil',
  needs: 'Needs and what stands in the way',
  strengths: 'Strengths',
  pupilViews: 'What the pupil says',
  parentViews: 'What the family says',
  cycles: 'What was planned, done and reviewed',
  provision: 'Support given',
  costs: 'What the support costs',
  results: 'Progress',
  use: 'How the money will be used',
} as const;
export type BidPart = keyof typeof bidParts;
export const bidPartKeys = Object.keys(bidParts).filter((key): key is BidPart =>
  Object.hasOwn(bidParts, key),
);

/** Where a paragraph comes from; null where the school wrote it for the application itself. */
const BidSource = z.object({ label: z.string(), on: SchoolDate.nullable(), href: z.string() });
export type BidSource = z.output<typeof BidSource>;
const BidParagraph = z.object({ words: z.string(), source: BidSource.nullable() });
export type BidParagraph = z.output<typeof BidParagraph>;

/** One line of the costed provision map: a run, for this pupil, in pence of one year. */
const BidCost = z.object({ name: z.string(), adults: z.string(), planned: z.number(), toDate: z.number() });
const BidCosts = z.object({
  /** Which year it is; null while none is entered. */
  year: z.string().nullable(),
  thresholdPence: z.number(),
  lines: z.array(BidCost),
});
export type BidCosts = z.output<typeof BidCosts>;

/** What the school meets itself where it has said nothing else (statutory.md 4.1). */
const usualThreshold = 600_000;

/** What a pupil's provision costs in a year, as an application tells it. */
export const bidCostsOf = ({ year, thresholdPence, runs }: PupilCosts): BidCosts => ({
  year,
  thresholdPence: thresholdPence ?? usualThreshold,
  lines: runs.map(({ name, adults, planned, toDate }) => ({
    name,
    adults: adults.join(', '),
    planned,
    toDate,
  })),
});

/** What the records say, before anybody wrote anything. */
export type BidFilled = {
  readonly parts: Readonly<Record<BidPart, readonly BidParagraph[]>>;
  readonly costs: BidCosts;
  /** Professionals’ reports, numbered in this order. */
  readonly appendices: readonly BidSource[];
  /** Plans of so many cycles were issued. */
  readonly cycleCount: number;
};

/** An application as it is sent: everything that its reader sees, and nothing that changes with the records. */
export const BidContent = z.object({
  pupilName: z.string(),
  schoolName: z.string(),
  authority: z.string(),
  band: z.string().nullable(),
  askedPence: z.number().nullable(),
  fromOn: SchoolDate.nullable(),
  untilOn: SchoolDate.nullable(),
  parts: z.array(z.object({ part: z.enum(bidPartKeys), paragraphs: z.array(BidParagraph) })),
  costs: BidCosts,
  appendices: z.array(BidSource),
});
export type BidContent = z.output<typeof BidContent>;

const linesOf = (words: string): readonly string[] =>
  words
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * The paragraphs of a part: what the school wrote, else what the records say (rule topup-7). A paragraph that was left as the
 * records have it keeps its source; one that was changed or added is the school’s own.
 */
export function paragraphsOf(own: string | null, filled: readonly BidParagraph[]): readonly BidParagraph[] {
  if (own === null) return filled;
  const bySource = new Map(filled.map((one) => [one.words.trim(), one.source]));
  return linesOf(own).map((words) => ({ words, source: bySource.get(words) ?? null }));
}

/** What a part begins with when somebody opens it to write. */
export const asWords = (paragraphs: readonly BidParagraph[]): string =>
  paragraphs.map(({ words }) => words.trim()).join('\n\n');

export const plannedPence = ({ lines }: BidCosts): number =>
  lines.reduce((sum, { planned }) => sum + planned, 0);

/** What is planned beyond the school’s own part: every penny of the lines is in one of the two (rule topup-5). */
export function againstThreshold(costs: BidCosts): { readonly within: number; readonly beyond: number } {
  const planned = plannedPence(costs);
  const within = Math.min(planned, costs.thresholdPence);
  return { within, beyond: planned - within };
}
