import { middleDate, type SchoolDate } from '#src/kernel/dates.ts';
import { asksOfBid } from '../domain/bid-missing.ts';
import type { TopUpRules, TopUpWindow } from '../domain/bid-settings.ts';

/** When a window is open, in words. */
export const windowWords = ({ opensOn, closesOn, opensWeek, closesWeek }: TopUpWindow): string =>
  opensOn !== null && closesOn !== null
    ? `${middleDate(opensOn)} to ${middleDate(closesOn)}`
    : `each term, Monday of week ${opensWeek} to Friday of week ${closesWeek}`;

const noFacts = {
  parts: {},
  costs: { year: null, thresholdPence: 0, lines: [] },
  appendices: [],
  cycleCount: 0,
};

/** What an authority wants to see and how long it takes, a line each. */
export function wishes(rules: TopUpRules, today: SchoolDate): readonly string[] {
  const said = [
    ...asksOfBid(rules, noFacts, today).map(({ words }) => words),
    ...(rules.decideWeeks === undefined ? [] : [`It decides within ${rules.decideWeeks} weeks`]),
    ...(rules.renewWeeks === undefined
      ? []
      : [`It wants to be asked again ${rules.renewWeeks} weeks before the end`]),
  ];
  return said.length === 0 ? ['Nothing is said yet.'] : said;
}
