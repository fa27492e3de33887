import type { SchoolDate } from '../../../../kernel/dates.ts';
import { dayNumber, dayOfNumber, weekOf } from './day-number.ts';

/** A stretch of the school's year that the map can show: a half-term, a term, a year. */
export type MapPeriod = {
  /** As the address names it: kind and first day. */
  readonly key: string;
  readonly kind: 'half' | 'term' | 'year';
  readonly label: string;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
};

type Stretch = { readonly from: SchoolDate; readonly until: SchoolDate };
type TermDays = Stretch & { readonly name: string; readonly halfTerm: Stretch | null };
type YearDays = {
  readonly name: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  readonly terms: readonly TermDays[];
};

const period = (kind: MapPeriod['kind'], label: string, { from, until }: Stretch): MapPeriod => ({
  key: `${kind}:${from}`,
  kind,
  label,
  from,
  until,
});

const dayAfter = (date: SchoolDate, days: number): SchoolDate => dayOfNumber(dayNumber(date) + days);

function halvesOf(term: TermDays, year: string): readonly MapPeriod[] {
  const { name, from, until, halfTerm } = term;
  if (halfTerm === null) return [];
  return [
    period('half', `${name} 1, ${year}`, { from, until: dayAfter(halfTerm.from, -1) }),
    period('half', `${name} 2, ${year}`, { from: dayAfter(halfTerm.until, 1), until }),
  ];
}

/** What the map can show, in order: each year that is entered, its terms, their halves. */
export const periodsOf = (years: readonly YearDays[]): readonly MapPeriod[] =>
  years
    .toSorted((one, other) => (one.fromOn < other.fromOn ? -1 : 1))
    .flatMap((year) => [
      period('year', `Year ${year.name}`, { from: year.fromOn, until: year.untilOn }),
      ...year.terms.flatMap((term) => [
        period('term', `${term.name} term, ${year.name}`, term),
        ...halvesOf(term, year.name),
      ]),
    ]);

/**
 * The period that an address names; else, of the kind asked for, the one around today, the next one, or the last. A term
 * without a half-term holiday stands for its halves. Null where no year is entered.
 */
export function choosePeriod(
  periods: readonly MapPeriod[],
  { key, kind, today }: { readonly key: string; readonly kind: 'half' | 'year'; readonly today: SchoolDate },
): MapPeriod | null {
  const named = periods.find((one) => one.key === key);
  if (named !== undefined) return named;
  const ofKind = (wanted: MapPeriod['kind']) =>
    periods.filter((one) => one.kind === wanted).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  for (const some of kind === 'year' ? [ofKind('year')] : [ofKind('half'), ofKind('term'), ofKind('year')]) {
    const found = some.find((one) => one.until >= today) ?? some.at(-1);
    if (found !== undefined) return found;
  }
  return null;
}

/** The weeks of a period and on which of their days the school is open to pupils. Days and weeks are numbers. */
export type MapFrame = {
  readonly from: number;
  readonly until: number;
  readonly firstWeek: number;
  /** Of each week the open days: bit 0 is Monday. */
  readonly open: readonly number[];
  readonly today: number;
};

/** Frames a period: `isOpen` says whether the school is open to pupils on a day (rule cal-4). */
export function frameOf(
  { from, until }: Stretch,
  today: SchoolDate,
  isOpen: (date: SchoolDate) => boolean,
): MapFrame {
  const [first, last] = [dayNumber(from), dayNumber(until)];
  const firstWeek = weekOf(first);
  const open = Array.from({ length: weekOf(last) - firstWeek + 1 }, (_, week) => {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const day = (firstWeek + week) * 7 + at;
      if (day >= first && day <= last && isOpen(dayOfNumber(day))) bits |= 1 << at;
    }
    return bits;
  });
  return { from: first, until: last, firstWeek, open, today: dayNumber(today) };
}

/** The Monday of the frame's week at a place, counted from 0. */
export const mondayAt = ({ firstWeek }: MapFrame, at: number): SchoolDate =>
  dayOfNumber((firstWeek + at) * 7);

/** The places of the weeks with a school day. */
export const weeksShown = ({ open }: MapFrame): readonly number[] =>
  open.flatMap((bits, at) => (bits === 0 ? [] : [at]));

/** A figure for each week: plain lists, as thousands of short ones are made for a map. */
export const zeros = (length: number): number[] => new Array<number>(length).fill(0);
