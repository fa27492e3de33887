import { addDays, longDate, type SchoolDate } from '#src/kernel/dates.ts';
import { type Case, type CaseEvent, type CaseKind, type DatedEvent, standing } from './case.ts';
import { alwaysSteps, stepOf, stepsOf } from './case-machine.ts';
import type { Step } from './step.ts';

/** An event as it is told, before it is kept. */
export type ToldEvent = Pick<CaseEvent, 'name' | 'happenedOn'>;

export type CaseFaultCode =
  | 'unknown_event'
  | 'in_future'
  | 'too_far'
  | 'twice'
  | 'not_yet'
  | 'no_longer'
  | 'out_of_order'
  | 'ended';
/** Why events cannot be so, with a sentence for whoever told them. */
export type CaseFault = { readonly code: CaseFaultCode; readonly name: string; readonly words: string };

/** How far ahead a planned day may lie, and how far back anything of a pupil can: beyond is a slip of the pen. */
const mostDaysAhead = 800;
const mostDaysBack = 26 * 366;

const quoted = (step: Step): string => `“${step.words}”`;
const listed = (steps: readonly Step[]): string => steps.map(quoted).join(' or ');

function dayFault(step: Step, { happenedOn, name }: ToldEvent, today: SchoolDate): CaseFault | null {
  const said = (code: CaseFaultCode, words: string): CaseFault => ({ code, name, words });
  const day = longDate(happenedOn);
  if (happenedOn < addDays(today, -mostDaysBack)) return said('too_far', `${day} is too long ago.`);
  if (step.ahead === undefined && happenedOn > today)
    return said('in_future', `${day} has not come yet: record what has happened.`);
  if (happenedOn > addDays(today, mostDaysAhead))
    return said('too_far', `${day} is more than two years ahead.`);
  return null;
}

type Placed = { readonly step: Step; readonly event: ToldEvent };

/** Whether an event can be where it is among the others. */
function placeFault(kind: CaseKind, { step, event }: Placed, others: readonly ToldEvent[]): CaseFault | null {
  const { happenedOn, name } = event;
  const said = (code: CaseFaultCode, words: string): CaseFault => ({ code, name, words });
  if (step.repeats === undefined && others.some((other) => other.name === name))
    return said('twice', `${quoted(step)} is recorded already. Withdraw that first, or correct its date.`);
  const against = others.find(
    (other) => step.notAfter?.includes(other.name) && other.happenedOn <= happenedOn,
  );
  if (against !== undefined) {
    const other = stepOf(kind, against.name);
    return said(
      'no_longer',
      `${quoted(step)} cannot follow ${other === null ? against.name : quoted(other)}.`,
    );
  }
  if (step.after.length === 0) return null;
  const before = others.filter((other) => step.after.includes(other.name));
  const first = before.toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))[0];
  const needs = stepsOf(kind).filter((each) => step.after.includes(each.name));
  if (first === undefined)
    return step.opens ? null : said('not_yet', `${quoted(step)} needs ${listed(needs)} first.`);
  // A meeting or move that is planned may come later than what is done for it; the law’s own order still holds.
  const mayLieAhead = needs.some(({ name: of, ahead }) => of === first.name && ahead === true);
  return mayLieAhead || happenedOn >= first.happenedOn
    ? null
    : said(
        'out_of_order',
        `${quoted(step)} (${longDate(happenedOn)}) cannot be before ${listed(needs.filter(({ name: of }) => of === first.name))} (${longDate(first.happenedOn)}).`,
      );
}

/**
 * The first thing that cannot be among some events of a case, or null (rule case-1), by statutory.md 1.3. A final plan of 3 February
 * before a draft of 4 February gives a sentence that names both days.
 */
export function faultOfEvents(
  kind: CaseKind,
  events: readonly ToldEvent[],
  today: SchoolDate,
): CaseFault | null {
  for (const [at, event] of events.entries()) {
    const step = stepOf(kind, event.name);
    if (step === null)
      return { code: 'unknown_event', name: event.name, words: `This case knows no “${event.name}”.` };
    const others = events.filter((_, place) => place !== at);
    const fault = dayFault(step, event, today) ?? placeFault(kind, { step, event }, others);
    if (fault !== null) return fault;
  }
  return null;
}

/** The first event that opens a case of this kind must be one that can. */
export const opensCase = (kind: CaseKind, events: readonly ToldEvent[]): boolean =>
  events.some(({ name }) => stepOf(kind, name)?.opens === true);

/** What can still be told of a case that has ended. */
export const isAlwaysAllowed = (name: string): boolean => alwaysSteps.some((step) => step.name === name);

/** What can be recorded next, in the order of the process. Nothing once the case has ended. */
export function nextSteps({
  kind,
  events,
  endedOn,
}: Pick<Case, 'kind' | 'events' | 'endedOn'>): readonly Step[] {
  const done = standing(events).map(({ name }) => name);
  if (endedOn !== null) return stepsOf(kind).filter(({ name }) => isAlwaysAllowed(name));
  return stepsOf(kind).filter(
    ({ name, after, notAfter, repeats }) =>
      (repeats === true || !done.includes(name)) &&
      (after.length === 0 || after.some((needed) => done.includes(needed))) &&
      !(notAfter ?? []).some((against) => done.includes(against)),
  );
}

export type ToldDates = Readonly<Record<string, SchoolDate | undefined>>;

/**
 * The events as the law’s clocks read them: the last of those that repeat, and what an event counts as beside its own name
 * where that is not told itself: a refusal to assess is a decision whether to assess.
 */
export function toldDates(kind: CaseKind, events: readonly DatedEvent[]): ToldDates {
  const told: Record<string, SchoolDate | undefined> = {};
  const inOrder = standing(events).toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1));
  for (const { name, happenedOn } of inOrder) told[name] = happenedOn;
  for (const { name, happenedOn } of inOrder)
    for (const counted of stepOf(kind, name)?.counts ?? []) told[counted] ??= happenedOn;
  return told;
}

/** The clocks that what happened has stopped: after a refusal no final plan is owed, until the refusal is given up. */
export function stoppedClocks(kind: CaseKind, events: readonly DatedEvent[]): ReadonlySet<string> {
  const stopped = new Set<string>();
  for (const { name } of standing(events).toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1))) {
    const step = stepOf(kind, name);
    if (step?.restarts) stopped.clear();
    for (const clock of step?.stops ?? []) stopped.add(clock);
  }
  return stopped;
}

/** What a case turns into once it has ended so: the review that is due from then on, with the date that starts it (rule case-2). */
export function nextReviewStart(
  kind: CaseKind,
  events: readonly CaseEvent[],
  outcome: string | null,
): ToldEvent | null {
  const told = toldDates(kind, events);
  if (kind === 'needs-assessment' && outcome === 'plan-made' && told.finalSent !== undefined)
    return { name: 'planMade', happenedOn: told.finalSent };
  if (kind !== 'annual-review' || (outcome !== 'maintained' && outcome !== 'amended')) return null;
  const decided = told.noticeSent ?? told.decisionSent;
  return decided === undefined ? null : { name: 'lastDecisionSent', happenedOn: decided };
}
