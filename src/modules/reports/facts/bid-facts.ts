import { longDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import { type BidPart, bidParts } from '#src/modules/funding/index.ts';
import type { FactsRead } from '../queries/get-facts-read.ts';
import { type Fact, type FactSource, factsOf, one } from './fact.ts';

type BidNow = NonNullable<FactsRead['bid']>;

const sourceOf = ({ bid }: BidNow): FactSource => ({
  label: `Application for top-up to ${bid.authority}, begun`,
  on: bid.begunOn,
  href: `/top-up/${bid.bidId}`,
});
const asked =
  (words: (now: BidNow) => string | null | undefined): Fact['of'] =>
  ({ bid }) =>
    bid === null ? [] : one(words(bid), sourceOf(bid));
/** What the school itself wrote in a part of the application. */
const written = (part: BidPart): Fact['of'] => asked(({ words }) => words.parts[part]?.words);

/** What is asked of an authority beyond the school's own part. */
export const bidFacts: readonly Fact[] = [
  ...factsOf('bid', 'finance', {
    authority: ['Top-up: asked of', ['applied to'], asked(({ bid }) => bid.authority)],
    band: [
      'Top-up: band asked for',
      ['band', 'band requested', 'band applied for', 'level requested', 'tariff'],
      asked(({ band }) => band),
    ],
    amount: [
      'Top-up: amount asked for a year',
      [
        'amount requested',
        'funding requested',
        'total amount requested',
        'annual amount',
        'amount applied for',
      ],
      asked(({ bid }) => (bid.askedPence === null ? null : poundsInWords(bid.askedPence))),
    ],
    from: [
      'Top-up: asked from',
      ['funding from', 'funding to start on', 'requested start date'],
      asked(({ bid }) => (bid.fromOn === null ? null : longDate(bid.fromOn))),
    ],
    until: [
      'Top-up: asked until',
      ['funding until', 'funding to end on', 'requested end date'],
      asked(({ bid }) => (bid.untilOn === null ? null : longDate(bid.untilOn))),
    ],
  }),
  ...factsOf('bid', 'leaders', {
    use: [
      bidParts.use,
      [
        'use of the money',
        'what the money would be spent on',
        'how will the funding be used',
        'how will you use the money',
        'proposed use of funding',
      ],
      written('use'),
    ],
  }),
];
