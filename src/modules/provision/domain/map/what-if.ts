import type { PupilId, StaffId } from '../../../../kernel/ids.ts';
import { type Due, dueSessions, holdsOnDay, type MapPlace, type MapRun } from './map-cells.ts';
import { plannedPence } from './map-costs.ts';
import type { MapSources } from './run-node.ts';

/** What is to come after today: each adult's time, pupils' time, money, and who gets any of it. */
export type ToCome = {
  readonly runs: number;
  readonly adultMinutes: number;
  readonly pupilMinutes: number;
  readonly pence: number;
  readonly unratedMinutes: number;
  readonly minutesOf: ReadonlyMap<PupilId, number>;
};

/** Runs and members of staff that are thought away. Nothing of it is stored. */
export type Without = { readonly runs: ReadonlySet<string>; readonly staff: ReadonlySet<StaffId> };

export const withoutNothing: Without = { runs: new Set(), staff: new Set() };

/** Of a run of which an adult goes, a session goes on as long as another adult gives it; one without any adult goes on as it was. */
function goesOn(run: MapRun, { day }: Due, { staff }: Without): boolean {
  const adults = run.staff.filter((one) => holdsOnDay(one, day));
  return adults.length === 0 || adults.some(({ staffId }) => !staff.has(staffId));
}

type Sum = {
  runs: number;
  adultMinutes: number;
  pupilMinutes: number;
  pence: number;
  unratedMinutes: number;
};

function addRun(
  sum: Sum,
  minutesOf: Map<PupilId, number>,
  of: { sources: MapSources; run: MapRun; places: readonly MapPlace[]; without: Without },
): void {
  const { sources, run, places, without } = of;
  const { frame, money } = sources;
  const counts = (staffId: StaffId) => !without.staff.has(staffId);
  const due = dueSessions(run, frame).filter(
    (one) => one.day > frame.today && !one.isLogged && goesOn(run, one, without),
  );
  if (due.length > 0) sum.runs += 1;
  for (const one of due) {
    const adults = run.staff.filter(({ staffId, ...spell }) => holdsOnDay(spell, one.day) && counts(staffId));
    sum.adultMinutes += adults.length * one.minutes;
    if (money !== null) {
      const cost = plannedPence({ run, ratesOf: money.ratesOf }, one, counts);
      sum.pence += cost.pence;
      sum.unratedMinutes += cost.unratedMinutes;
    }
    for (const { pupilId, spells } of places) {
      if (!spells.some((spell) => holdsOnDay(spell, one.day))) continue;
      sum.pupilMinutes += one.minutes;
      minutesOf.set(pupilId, (minutesOf.get(pupilId) ?? 0) + one.minutes);
    }
  }
  for (const { day, pence } of run.expenses) if (day > frame.today) sum.pence += pence;
}

/**
 * What is to come in the period without some runs and some members of staff (rule prov-23). What was given and spent until
 * today stays as it is: only what is to come can be saved.
 */
export function toComeWithout(sources: MapSources, without: Without): ToCome {
  const placesOf = Map.groupBy(sources.places, ({ runId }) => runId);
  const sum: Sum = { runs: 0, adultMinutes: 0, pupilMinutes: 0, pence: 0, unratedMinutes: 0 };
  const minutesOf = new Map<PupilId, number>();
  for (const run of sources.runs)
    if (!without.runs.has(run.runId))
      addRun(sum, minutesOf, { sources, run, places: placesOf.get(run.runId) ?? [], without });
  return { ...sum, minutesOf };
}

/**
 * What falls away when a pupil leaves after a day (rule prov-23): the sessions that are to come and that nobody else is in. A
 * shared session goes on and costs what it did.
 */
export function savedByLeaving(sources: MapSources, pupilId: PupilId, afterDay: number): number {
  const { frame, money } = sources;
  if (money === null) return 0;
  const from = Math.max(frame.today, afterDay);
  const placesOf = Map.groupBy(sources.places, ({ runId }) => runId);
  let pence = 0;
  for (const run of sources.runs) {
    const places = placesOf.get(run.runId) ?? [];
    if (!places.some((place) => place.pupilId === pupilId)) continue;
    for (const one of dueSessions(run, frame)) {
      if (one.day <= from || one.isLogged) continue;
      const there = places.filter(({ spells }) => spells.some((spell) => holdsOnDay(spell, one.day)));
      if (there.length === 1 && there[0]?.pupilId === pupilId)
        pence += plannedPence({ run, ratesOf: money.ratesOf }, one).pence;
    }
  }
  return pence;
}

export type Affected = { readonly pupilId: PupilId; readonly before: number; readonly after: number };

/** The pupils who would have less, the greatest loss first. */
export const pupilsAffected = (before: ToCome, after: ToCome): readonly Affected[] =>
  [...before.minutesOf]
    .map(([pupilId, minutes]) => ({ pupilId, before: minutes, after: after.minutesOf.get(pupilId) ?? 0 }))
    .filter((one) => one.after < one.before)
    .toSorted((one, other) => other.before - other.after - (one.before - one.after));
