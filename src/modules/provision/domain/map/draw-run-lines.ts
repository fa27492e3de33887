import type { SchoolDate } from '../../../../kernel/dates.ts';
import type { PupilId } from '../../../../kernel/ids.ts';
import { bearersOf, bySource, type FundingShare, shareAmong, sharesOn } from '../cost.ts';
import type { Charge, FundingSource, RunPupil } from '../run.ts';
import { type LostReason, lostReasons, type Session, type SessionPupil } from '../session.ts';
import { dayNumber, weekOf } from './day-number.ts';
import {
  packCosts,
  packLogged,
  packSpells,
  packWeeks,
  type RunLines,
  type WeekCost,
  type WeekHad,
} from './run-line.ts';

/** A session that was logged, with all that its cost follows from. `cost` adds up its adults. */
export type CostedSession = Pick<
  Session,
  'slotId' | 'on' | 'plannedMinutes' | 'minutesHeld' | 'reason' | 'isExtra'
> & {
  readonly pupils: readonly SessionPupil[];
  readonly pence: number;
  readonly unratedMinutes: number;
};

export type LineSources = {
  readonly charge: Charge;
  readonly places: readonly Pick<RunPupil, 'pupilId' | 'fromOn' | 'untilOn' | 'bearsCost'>[];
  readonly sessions: readonly CostedSession[];
  readonly funding: readonly (FundingShare & { readonly fromOn: SchoolDate })[];
};

const own = new Set<string>(lostReasons.filter(({ whose }) => whose === 'pupil').map(({ code }) => code));

type Part = { planned: number; given: number; reason: LostReason | null };

function addTo(weeks: Map<number, WeekHad>, week: number, { planned, given, reason }: Part): void {
  const was = weeks.get(week) ?? { week, planned: 0, held: 0, extra: 0, own: 0 };
  const held = Math.min(planned, given);
  const isOwn = reason !== null && own.has(reason);
  weeks.set(week, {
    week,
    planned: was.planned + planned,
    held: was.held + held,
    extra: was.extra + given - held,
    own: was.own + (isOwn ? planned - held : 0),
  });
}

const inOrder = (weeks: ReadonlyMap<number, WeekHad> | undefined): readonly WeekHad[] =>
  [...(weeks ?? new Map<number, WeekHad>()).values()].toSorted((one, other) => one.week - other.week);

/** Minutes of a run and of each of its pupils by week, as rule prov-3 counts them. */
function minutesOf(sessions: readonly CostedSession[]) {
  const run = new Map<number, WeekHad>();
  const pupils = new Map<PupilId, Map<number, WeekHad>>();
  const logged = new Map<string, number[]>();
  for (const session of sessions) {
    const week = weekOf(dayNumber(session.on));
    const { plannedMinutes: planned, slotId } = session;
    addTo(run, week, { planned, given: session.minutesHeld, reason: session.reason });
    if (slotId !== null) logged.set(slotId, [...(logged.get(slotId) ?? []), week]);
    for (const { pupilId, minutes, reason } of session.pupils) {
      const weeks = pupils.get(pupilId) ?? new Map<number, WeekHad>();
      addTo(weeks, week, { planned, given: minutes, reason });
      pupils.set(pupilId, weeks);
    }
  }
  return { run, pupils, logged };
}

type Costs = Map<string, WeekCost>;

/** Shares each session's cost among those who bear it (prov-5), and each share among the sources of its day (prov-6). */
function costsOf({ charge, places, sessions, funding }: LineSources): ReadonlyMap<PupilId | null, Costs> {
  const marked = new Set(places.filter(({ bearsCost }) => bearsCost).map(({ pupilId }) => pupilId));
  const found = new Map<PupilId | null, Costs>();
  const put = (pupilId: PupilId | null, week: number, source: FundingSource | null, pence: number) => {
    if (pence === 0) return;
    const costs = found.get(pupilId) ?? new Map<string, WeekCost>();
    const key = `${week} ${source}`;
    costs.set(key, { week, source, pence: (costs.get(key)?.pence ?? 0) + pence });
    found.set(pupilId, costs);
  };
  for (const { pence, on, pupils } of sessions) {
    if (pence === 0) continue;
    const shares = sharesOn(funding, on);
    const bearers = bearersOf(charge, pupils, marked);
    const parts: ReadonlyMap<PupilId | null, number> =
      bearers.length === 0 ? new Map([[null, pence]]) : shareAmong(pence, bearers);
    for (const [pupilId, part] of parts)
      for (const [source, some] of bySource(part, shares)) put(pupilId, weekOf(dayNumber(on)), source, some);
  }
  return found;
}

/**
 * The stored lines of a run (rule prov-20): what its logged sessions come to, by week. The map reads these instead of the
 * sessions; what is still open follows from the places in the week when it is read.
 */
export function drawRunLines(of: LineSources): RunLines {
  const { run, pupils, logged } = minutesOf(of.sessions);
  const places = Map.groupBy(of.places, ({ pupilId }) => pupilId);
  const ids = new Set([...places.keys(), ...pupils.keys()]);
  const costs = new Map([...costsOf(of)].map(([pupilId, some]) => [pupilId, [...some.values()]] as const));
  const unratedMinutes = of.sessions.reduce((sum, session) => sum + session.unratedMinutes, 0);
  const whole = addUp([...costs.values()].flat());
  costs.delete(null);
  return {
    weeks: packWeeks(inOrder(run)),
    logged: packLogged(logged),
    pupils: new Map(
      [...ids].map((pupilId) => [
        pupilId,
        {
          spells: packSpells(
            (places.get(pupilId) ?? [])
              .toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
              .map(({ fromOn, untilOn, bearsCost }) => ({
                from: dayNumber(fromOn),
                until: untilOn === null ? null : dayNumber(untilOn),
                bears: bearsCost,
              })),
          ),
          weeks: packWeeks(inOrder(pupils.get(pupilId))),
        },
      ]),
    ),
    costs: new Map<PupilId | null, string>([
      ...(whole.length > 0 || unratedMinutes > 0
        ? ([[null, packCosts({ costs: whole, unratedMinutes })]] as const)
        : []),
      ...[...costs].map(
        ([pupilId, some]) => [pupilId, packCosts({ costs: some, unratedMinutes: 0 })] as const,
      ),
    ]),
  };
}

/** What a run costs, by week and source, whoever bears it. */
function addUp(some: readonly WeekCost[]): readonly WeekCost[] {
  const sum: Costs = new Map();
  for (const { week, source, pence } of some) {
    const key = `${week} ${source}`;
    sum.set(key, { week, source, pence: (sum.get(key)?.pence ?? 0) + pence });
  }
  return [...sum.values()];
}
