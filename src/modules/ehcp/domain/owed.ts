import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { Dose, EhcVersion, Per } from './ehc-plan.ts';

type Days = { readonly from: SchoolDate; readonly until: SchoolDate };
type TermDays = Days & { readonly halfTerm: Days | null };

/** The days on which the school is open to pupils, in order, and its terms. */
export type OpenDays = { readonly days: readonly SchoolDate[]; readonly terms: readonly TermDays[] };

/** A promise while it holds: how much, from a day until a day, both included. Without an end it holds on. */
export type Promised = {
  readonly commitmentId: string;
  readonly dose: Dose;
  readonly from: SchoolDate;
  readonly until: SchoolDate | null;
};

const earlier = (one: SchoolDate | null, other: SchoolDate | null): SchoolDate | null =>
  one === null || (other !== null && other < one) ? other : one;

/**
 * From when until when each line of each version binds: from the day of the version, or the day that the line names, until
 * the day before the next version that binds, the last day that the line names, or the end of the plan. A draft binds nobody.
 */
export function promisedBy(versions: readonly EhcVersion[], endedOn: SchoolDate | null): readonly Promised[] {
  const binding = versions.filter(({ kind }) => kind !== 'draft');
  return binding.flatMap((version, at) => {
    const next = binding[at + 1];
    const end = earlier(next === undefined ? null : addDays(next.datedOn, -1), endedOn);
    return version.lines.flatMap(({ commitmentId, minutes, times, per, fromOn, untilOn }): Promised[] => {
      const from = fromOn !== null && fromOn > version.datedOn ? fromOn : version.datedOn;
      const until = earlier(untilOn, end);
      if (until !== null && until < from) return [];
      return [{ commitmentId, dose: { minutes, times, per }, from, until }];
    });
  });
}

const weekOf = (date: SchoolDate): number => Math.floor((Date.parse(date) / 86_400_000 + 3) / 7);

/** Which stretch of the unit a school day belongs to; the days of one stretch have the same name. */
function stretchesOf({ days, terms }: OpenDays, per: Per): ReadonlyMap<SchoolDate, string> {
  const weeks = [...new Set(days.map(weekOf))];
  const place = new Map(weeks.map((week, at) => [week, at]));
  const termOf = (day: SchoolDate) => terms.find(({ from, until }) => day >= from && day <= until);
  const name = (day: SchoolDate): string => {
    const term = termOf(day);
    switch (per) {
      case 'day':
        return day;
      case 'week':
        return String(weekOf(day));
      case 'fortnight':
        return String(Math.floor((place.get(weekOf(day)) ?? 0) / 2));
      case 'term':
        return term?.from ?? day;
      case 'half_term':
        return `${term?.from} ${term?.halfTerm != null && day > term.halfTerm.until ? 2 : 1}`;
      case 'year':
        return day.slice(5) >= '09-01' ? day.slice(0, 4) : String(Number(day.slice(0, 4)) - 1);
    }
  };
  return new Map(days.map((day) => [day, name(day)]));
}

/**
 * Minutes owed by one promise from a day until a day (rule ledger-1): what a unit owes is spread evenly over the unit's
 * school days, so a whole week of term owes the whole of it, whether it has five school days or four, a holiday owes nothing,
 * and any two stretches beside each other owe together what the whole does. Null where the plan gives no quantity.
 * 60 minutes a week, a term of 14 weeks → 840; from Mon to Wed of a whole week → 36.
 */
export function owedMinutes(promised: Promised, period: Days, open: OpenDays): number | null {
  const { minutes, times, per } = promised.dose;
  if (minutes === null || times === null || per === null) return null;
  return spread({ promised, whole: minutes * times, per }, period, open);
}

/**
 * Sessions owed by a promise that gives their number and not their length (rule ledger-1), spread over the unit's school days
 * as minutes are. Null for any other. Three sessions a week, a term of 14 weeks → 42.
 */
export function owedSessions(promised: Promised, period: Days, open: OpenDays): number | null {
  const { minutes, times, per } = promised.dose;
  if (minutes !== null || times === null || per === null) return null;
  return spread({ promised, whole: times, per }, period, open);
}

type Spread = { readonly promised: Promised; readonly whole: number; readonly per: Per };

function spread({ promised, whole, per }: Spread, period: Days, open: OpenDays): number {
  const stretch = stretchesOf(open, per);
  const groups = Map.groupBy(open.days, (day) => stretch.get(day));
  const holds = (day: SchoolDate) =>
    day >= promised.from && (promised.until === null || day <= promised.until);
  let owed = 0;
  for (const days of groups.values()) {
    const first = days[0];
    const last = days.at(-1);
    if (first === undefined || last === undefined || last < period.from || first > period.until) continue;
    const held = days.filter(holds);
    const before = held.filter((day) => day < period.from).length;
    const through = held.filter((day) => day <= period.until).length;
    const part = (count: number) => Math.round((whole * count) / days.length);
    owed += part(through) - part(before);
  }
  return owed;
}
