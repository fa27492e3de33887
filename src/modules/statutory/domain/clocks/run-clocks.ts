import { checkedDay, longDate, type SchoolDate } from '#src/kernel/dates.ts';
import type { Clock, ClockRule, Given, Process } from './clock.ts';

/** What came of the events: the clocks that run, and in words what could not be reckoned. */
export type Ran = { readonly clocks: readonly Clock[]; readonly warnings: readonly string[] };

/**
 * Two events in an order that cannot be, in words; null where there is none. A draft that was served before the request
 * gives a sentence that names both days.
 */
export function disorder(process: Process, events: Given['events']): string | null {
  for (const [earlier, later] of process.order) {
    const [first, second] = [events[earlier], events[later]];
    if (first !== undefined && second !== undefined && second < first)
      return `${later} (${longDate(second)}) cannot be before ${earlier} (${longDate(first)}).`;
  }
  return null;
}

const isInForce = (rule: ClockRule, on: SchoolDate): boolean =>
  on >= rule.inForceFrom && (rule.inForceUntil === undefined || on <= rule.inForceUntil);

function startOf(rule: ClockRule, events: Given['events']): SchoolDate | null {
  const name = rule.starts.find((event) => events[event] !== undefined);
  return events[name ?? ''] ?? null;
}

/**
 * The clocks that some dated events start, by the law in force on the day that starts each, in order of their due dates
 * (stable where equal). Pure: the same events give the same clocks, and no clock is paused or rolled but by its own rule.
 */
export function runClocks(process: Process, given: Given): Ran {
  const clocks: Clock[] = [];
  const warnings: string[] = [];
  for (const rule of process.clocks) {
    const start = startOf(rule, given.events);
    if (start === null || rule.applies?.(given) === false) continue;
    if (!isInForce(rule, start)) {
      warnings.push(`${rule.id}: ${rule.source} was not in force on ${checkedDay(start)}.`);
      continue;
    }
    const sum = rule.limit.reckon(start, given);
    if (sum.ok) clocks.push(clockOf(rule, { start, given, ...sum.value }));
    else warnings.push(`${rule.id}: the school days or bank holidays that it would count are not known.`);
  }
  return {
    clocks: clocks.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
    warnings,
  };
}

type Sum = {
  start: SchoolDate;
  given: Given;
  dueOn: SchoolDate;
  alertOn: SchoolDate;
  steps: readonly string[];
};

const clockOf = (rule: ClockRule, { start, given, dueOn, alertOn, steps }: Sum): Clock => ({
  id: rule.id,
  name: rule.name,
  owedBy: rule.owedBy,
  startedOn: start,
  dueOn,
  alertOn,
  force: rule.force,
  rule: rule.limit.rule,
  limit: rule.limit.words,
  source: rule.source,
  why: steps.join(' '),
  metOn: (rule.metBy === undefined ? undefined : given.events[rule.metBy]) ?? null,
  exceptions: rule.exceptions?.(given, { from: start, until: dueOn }) ?? [],
});
