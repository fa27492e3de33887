import { addDays, checkedDay, longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Clock } from '#src/modules/statutory/index.ts';
import { type Bid, standingEvents } from './bid.ts';
import { type OpenTime, type TopUpRules, type TopUpWindow, windowAt } from './bid-settings.ts';
import { decisionOf, stateOfBid } from './bid-state.ts';

/** Weeks before the end of a grant at which it is asked for again, where the authority names no others. */
const usualRenewWeeks = 8;
const alertDays = 14;

/** A date as the clocks of the law have it, without the letter of a rule of law. */
export type BidClock = Omit<Clock, 'rule'>;

type World = {
  readonly rules: TopUpRules;
  readonly windows: readonly TopUpWindow[];
  readonly times: readonly OpenTime[];
  readonly today: SchoolDate;
};

type Told = Pick<BidClock, 'id' | 'name' | 'owedBy' | 'startedOn' | 'dueOn' | 'limit' | 'why'> & {
  readonly source: string;
};

const clock = ({ source, ...told }: Told): BidClock => ({
  ...told,
  alertOn: addDays(told.dueOn, -alertDays),
  force: 'LOCAL',
  source: `The authority’s own way: ${source}`,
  metOn: null,
  exceptions: [],
});

/**
 * The dates of an application that are still to be met (rule topup-8), none of them law and none of them stored: send the draft
 * while the window is open; answer what was asked; the authority decides in its time; ask again before the money ends. Sent on
 * Mon 5 Oct 2026 to one that decides in 6 weeks: due Mon 16 November.
 */
export function clocksOfBid(bid: Bid, world: World): readonly BidClock[] {
  const source = world.rules.source ?? 'as kept under School, Local authorities';
  switch (stateOfBid(bid)) {
    case 'draft':
      return sendBy(bid, world, source);
    case 'queried':
      return answerBy(bid, source);
    case 'sent':
    case 'answered':
      return decideBy(bid, world, source);
    case 'agreed':
    case 'part':
    case 'paid':
      return renewBy(bid, world, source);
    case 'refused':
    case 'dropped':
      return [];
  }
}

function sendBy({ begunOn }: Bid, { times, today }: World, source: string): readonly BidClock[] {
  const window = windowAt(times, today) ?? times.findLast(({ closesOn }) => closesOn >= begunOn) ?? null;
  if (window === null) return [];
  const { name, opensOn, closesOn } = window;
  return [
    clock({
      id: 'top-up-send',
      name: 'Send the application for top-up',
      owedBy: 'school',
      startedOn: begunOn,
      dueOn: closesOn,
      limit: 'while the window is open',
      source,
      why: `${name} is open from ${checkedDay(opensOn)} to ${checkedDay(closesOn)}.`,
    }),
  ];
}

function answerBy({ events }: Bid, source: string): readonly BidClock[] {
  const asked = standingEvents(events).at(-1);
  if (asked === undefined || asked.answerBy === null) return [];
  return [
    clock({
      id: 'top-up-answer',
      name: 'Answer the question about the top-up',
      owedBy: 'school',
      startedOn: asked.happenedOn,
      dueOn: asked.answerBy,
      limit: 'by the day it named',
      source,
      why: `It asked on ${checkedDay(asked.happenedOn)}, and wants an answer by ${checkedDay(asked.answerBy)}.`,
    }),
  ];
}

function decideBy({ events }: Bid, { rules }: World, source: string): readonly BidClock[] {
  const sent = standingEvents(events).at(-1);
  if (sent === undefined || rules.decideWeeks === undefined) return [];
  return [
    clock({
      id: 'top-up-decide',
      name: 'Decide on the top-up',
      owedBy: 'authority',
      startedOn: sent.happenedOn,
      dueOn: addDays(sent.happenedOn, 7 * rules.decideWeeks),
      limit: `${rules.decideWeeks} weeks`,
      source,
      why: `${rules.decideWeeks} weeks after ${checkedDay(sent.happenedOn)}.`,
    }),
  ];
}

function renewBy(bid: Bid, { rules }: World, source: string): readonly BidClock[] {
  const given = decisionOf(bid);
  if (given === null || given.untilOn === null || bid.renewedBy !== null) return [];
  const weeks = rules.renewWeeks ?? usualRenewWeeks;
  return [
    clock({
      id: 'top-up-renew',
      name: 'Ask for the top-up again',
      owedBy: 'school',
      startedOn: given.happenedOn,
      dueOn: addDays(given.untilOn, -7 * weeks),
      limit: `${weeks} weeks before its end`,
      source: rules.renewWeeks === undefined ? `${weeks} weeks, as it names none` : source,
      why: `It is paid until ${longDate(given.untilOn)}; ${weeks} weeks before that.`,
    }),
  ];
}
