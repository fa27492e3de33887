import { fromPlain, longDate, monthYear, plain, type SchoolDate } from '#src/kernel/dates.ts';
import {
  againstThreshold,
  type BidCosts,
  type BidParagraph,
  type BidPart,
  type BidSource,
} from './bid-content.ts';
import type { TopUpRules } from './bid-settings.ts';

/** What an authority wishes to see, and how it stands: there, not there, or for a person to judge. */
export type BidAsk = {
  readonly key: string;
  readonly words: string;
  readonly state: 'there' | 'not there' | 'look';
  /** What is to be done about it. */
  readonly task: string;
};

export type AskedFacts = {
  readonly parts: Readonly<Partial<Record<BidPart, readonly BidParagraph[]>>>;
  readonly costs: BidCosts;
  readonly appendices: readonly BidSource[];
  readonly cycleCount: number;
};

const isFilled = ({ parts }: AskedFacts, part: BidPart): boolean => (parts[part] ?? []).length > 0;

const since = (today: SchoolDate, months: number): SchoolDate => fromPlain(plain(today).subtract({ months }));

/**
 * The wishes of an authority beside what an application holds (rule topup-6). LOCAL: a wish is no law, and a missing item bars
 * nobody from sending. A report without a day is for a person to judge.
 */
export function asksOfBid(rules: TopUpRules, facts: AskedFacts, today: SchoolDate): readonly BidAsk[] {
  const { cycles, costs, adviceMonths } = rules;
  const there = (is: boolean) => (is ? ('there' as const) : ('not there' as const));
  const part = (asked: boolean | undefined, name: BidPart, words: string, task: string): BidAsk[] =>
    asked === true ? [{ key: name, words, task, state: there(isFilled(facts, name)) }] : [];
  return [
    ...(cycles === undefined
      ? []
      : [
          {
            key: 'cycles',
            words: `${cycles} ${cycles === 1 ? 'cycle' : 'cycles'} of plans, issued and reviewed`,
            state: there(facts.cycleCount >= cycles),
            task: `Review the plan and issue the next: ${facts.cycleCount} of ${cycles} cycles are there`,
          },
        ]),
    ...(costs === true
      ? [
          {
            key: 'costs',
            words: 'A costed provision map past the school’s own part',
            state: there(againstThreshold(facts.costs).beyond > 0),
            task: 'Check the provision of the pupil: what is planned does not pass the school’s own part',
          },
        ]
      : []),
    ...(adviceMonths === undefined ? [] : [adviceAsk(adviceMonths, facts.appendices, today)]),
    ...part(rules.results, 'results', 'Results of assessments', 'Record results of the last year'),
    ...part(
      rules.pupilViews,
      'pupilViews',
      'The pupil’s views',
      'Ask the pupil what they think, and write it down',
    ),
    ...part(rules.parentViews, 'parentViews', 'The family’s views', 'Ask the family what they see and want'),
    ...rules.others.map((words, at) => ({
      key: `other-${at + 1}`,
      words,
      state: 'look' as const,
      task: `Get ready: ${words}`,
    })),
  ];
}

function adviceAsk(months: number, appendices: readonly BidSource[], today: SchoolDate): BidAsk {
  const first = since(today, months);
  const isNew = appendices.some(({ on }) => on !== null && on >= first);
  const isUndated = appendices.some(({ on }) => on === null);
  return {
    key: 'advice',
    words: `A professional’s report of the last ${months} months (since ${monthYear(first)})`,
    state: isNew ? 'there' : isUndated ? 'look' : 'not there',
    task: `Ask for a report, or keep the one there is: none since ${longDate(first)}`,
  };
}

/** What an application lacks before any authority is asked: what to send it for, and for how much. */
export function unsaid(of: {
  readonly askedPence: number | null;
  readonly fromOn: SchoolDate | null;
  readonly untilOn: SchoolDate | null;
}): string | null {
  if (of.askedPence === null) return 'Say first what is asked for: the band or the amount a year.';
  return of.fromOn === null || of.untilOn === null ? 'Say first for which time the money is asked.' : null;
}
