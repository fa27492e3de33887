import type { SchoolDate } from '#src/kernel/dates.ts';
import type { Refused } from '#src/kernel/result.ts';
import { disorder, processes } from '#src/modules/statutory/index.ts';
import type { CaseEvent, CaseKind, Facts } from '../domain/case.ts';
import { machineOf, stepOf } from '../domain/case-machine.ts';
import { type CaseFaultCode, faultOfEvents, type ToldEvent, toldDates } from '../domain/case-rules.ts';

export type CaseRefusal =
  | CaseFaultCode
  | 'stale'
  | 'no_opening'
  | 'fact_missing'
  | 'fact_unknown'
  | 'others_follow'
  | 'document_elsewhere'
  | 'open_already'
  | 'audience_closed'
  | 'authority_unknown'
  | 'before_opening';

/** A refusal of a case with its sentence: it names the days and events, so the page need not. */
export type CaseRefused = Refused<CaseRefusal> & { readonly words: string };
export type CaseResult<T> = { readonly ok: true; readonly value: T } | CaseRefused;

export const refusedWith = (refusal: CaseRefusal, words: string): CaseRefused => ({
  ok: false,
  refusal,
  words,
});

export const staleCase: CaseRefused = refusedWith(
  'stale',
  'Somebody else has changed this case since you opened it. Look at what they recorded, then try again.',
);

/** Why events cannot be so: first as the machine has it, then by the order that the law’s process names. */
export function checkEvents(
  kind: CaseKind,
  events: readonly ToldEvent[],
  today: SchoolDate,
): CaseRefused | null {
  const fault = faultOfEvents(kind, events, today);
  if (fault !== null) return refusedWith(fault.code, fault.words);
  const wrong = inWords(kind, events);
  return wrong === null ? null : refusedWith('out_of_order', wrong);
}

/** The order of the law, told with the words of the events in place of their names. */
function inWords(kind: CaseKind, events: readonly ToldEvent[]): string | null {
  const words = (name: string): string => `“${stepOf(kind, name)?.words ?? name}”`;
  const process = processes[kind];
  const dates = Object.entries(toldDates(kind, events.map(standingEvent)));
  return disorder(
    { ...process, order: process.order.map(([first, second]) => [words(first), words(second)] as const) },
    Object.fromEntries(dates.map(([name, date]) => [words(name), date])),
  );
}

const standingEvent = ({ name, happenedOn }: ToldEvent): CaseEvent => ({
  caseEventId: name,
  name,
  happenedOn,
  note: null,
  documentId: null,
  withdrawnWhy: null,
  version: 1,
});

/** A fact that the kind must have and has not, or one that it does not know. */
export function checkFacts(kind: CaseKind, facts: Facts): CaseRefused | null {
  const known = machineOf(kind).facts ?? {};
  for (const [name, value] of Object.entries(facts))
    if (known[name]?.choices[value] === undefined)
      return refusedWith('fact_unknown', `This kind of case knows no ${name} “${value}”.`);
  const missing = Object.entries(known).find(
    ([name, { must }]) => must === true && facts[name] === undefined,
  );
  return missing === undefined ? null : refusedWith('fact_missing', `Say: ${missing[1].label}.`);
}
