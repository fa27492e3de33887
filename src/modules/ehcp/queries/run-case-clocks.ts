import type { SchoolDate } from '#src/kernel/dates.ts';
import { isSchoolDay, type SchoolCalendar } from '#src/modules/school/index.ts';
import {
  type Clock,
  type ClockState,
  type LocalRules,
  processes,
  type Ran,
  runClocks,
  stateOf,
  usualLocalRules,
} from '#src/modules/statutory/index.ts';
import type { Authority } from '../domain/authority.ts';
import type { ClaimedException, DatedCase } from '../domain/case.ts';
import { machineOf } from '../domain/case-machine.ts';
import { stoppedClocks, toldDates } from '../domain/case-rules.ts';
import { closuresOf } from '../domain/clock-calendar.ts';

/** A clock of a case, how it stands, and the exception that was claimed of it. */
export type CaseClock = {
  readonly clock: Clock;
  readonly state: ClockState;
  readonly claimed: ClaimedException | null;
};

export type CaseClocks = { readonly clocks: readonly CaseClock[]; readonly warnings: readonly string[] };

export type ClockWorld = {
  readonly today: SchoolDate;
  readonly calendar: SchoolCalendar;
  readonly authority: Pick<Authority, 'rules'> | null;
};

/** What is usual, with what this authority does its own way. */
export const localRulesOf = (authority: Pick<Authority, 'rules'> | null): LocalRules => ({
  ...usualLocalRules,
  draftWeek: authority?.rules.draftWeek ?? usualLocalRules.draftWeek,
  askAdviceDays: authority?.rules.askAdviceDays ?? usualLocalRules.askAdviceDays,
});

/**
 * The clocks of a case from its events, the school’s calendar and what is local; nothing of it is stored. What happened may
 * have stopped a clock, or met it beside the event that the rule names. In order of the due dates.
 */
export function runCaseClocks(of: DatedCase, { today, calendar, authority }: ClockWorld): CaseClocks {
  const events = toldDates(of.kind, of.events);
  const stopped = stoppedClocks(of.kind, of.events);
  const { clocks, warnings } = reckoned(of, { events, calendar, local: localRulesOf(authority) });
  const shown = clocks.filter(({ id }) => !stopped.has(id)).map((clock) => metBeside(of, clock, events));
  return { clocks: shown.map((clock) => standsAs(of, clock, today)), warnings };
}

type Told = {
  readonly events: ReturnType<typeof toldDates>;
  readonly calendar: SchoolCalendar;
  readonly local: LocalRules;
};

/** What some events came to is kept, of dates alone: a list of 400 cases asks for the same sums each time it is opened. */
const kept = new Map<string, Map<string, Ran>>();
const mostKept = 2000;
const ofCalendar = new WeakMap<SchoolCalendar, Map<string, Ran>>();

function keptOf(calendar: SchoolCalendar): Map<string, Ran> {
  const known = ofCalendar.get(calendar);
  if (known !== undefined) return known;
  const key = JSON.stringify(calendar);
  const held = kept.get(key) ?? new Map<string, Ran>();
  ofCalendar.set(calendar, held);
  if (kept.size >= mostCalendars) kept.clear();
  kept.set(key, held);
  return held;
}
const mostCalendars = 20;

function reckoned({ kind, facts }: DatedCase, { events, calendar, local }: Told): Ran {
  const some = keptOf(calendar);
  const key = JSON.stringify([kind, events, facts, local]);
  const held = some.get(key);
  if (held !== undefined) return held;
  const ran = runClocks(processes[kind], {
    events,
    facts,
    calendar: { closures: closuresOf(calendar), isSchoolDay: (date) => isSchoolDay(calendar, date) },
    local,
  });
  if (some.size >= mostKept) some.clear();
  some.set(key, ran);
  return ran;
}

/** Some clocks end with an event of the next step, which their rule does not name: only one after they began counts. */
function metBeside(of: DatedCase, clock: Clock, events: ReturnType<typeof toldDates>): Clock {
  const other = machineOf(of.kind).alsoMet?.[clock.id];
  const metOn = other === undefined ? undefined : events[other];
  return clock.metOn === null && metOn !== undefined && metOn > clock.startedOn ? { ...clock, metOn } : clock;
}

function standsAs(of: DatedCase, clock: Clock, today: SchoolDate): CaseClock {
  const claimed = of.exceptions.find(({ clockId }) => clockId === clock.id) ?? null;
  return { clock, claimed, state: stateOf(clock, { today, claimedOn: claimed?.claimedOn ?? null }) };
}
