import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A school date: `2026-03-01`, no time, no zone. Absent is absent, never a far-off year. */
export const SchoolDate = z.iso.date().brand<'SchoolDate'>();
export type SchoolDate = z.output<typeof SchoolDate>;

/** Reads `2026-03-01`; throws on anything else. For constants and for dates that the database gave. */
export const schoolDate = (text: string): SchoolDate => SchoolDate.parse(text);

const mostKept = 20_000;

/** What a day gave is kept: a page of deadlines asks the same few thousand days again and again. */
function kept<K, T>(of: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    const held = known.get(key);
    if (held !== undefined) return held;
    const made = of(key);
    if (known.size >= mostKept) known.clear();
    known.set(key, made);
    return made;
  };
}

export const plain: (date: SchoolDate) => Temporal.PlainDate = kept((date) => Temporal.PlainDate.from(date));
export const fromPlain = (date: Temporal.PlainDate): SchoolDate => schoolDate(date.toString());

const msOfDay = 86_400_000;
/** Days since 1 January 1970. */
const numberOf: (date: SchoolDate) => number = kept((date) => Date.parse(date) / msOfDay);
const dayNumbered = kept((days: number) => fromPlain(plain(schoolDate('1970-01-01')).add({ days })));

/** `addDays('2026-02-28', 1)` → `2026-03-01`. Days may be negative. */
export const addDays = (date: SchoolDate, days: number): SchoolDate => dayNumbered(numberOf(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: SchoolDate, to: SchoolDate): number => numberOf(to) - numberOf(from);

/** Age in whole years on a day; a child born on 29 February turns a year older on 1 March of common years. */
export const ageOn = (bornOn: SchoolDate, on: SchoolDate): number =>
  plain(bornOn).until(plain(on), { largestUnit: 'years' }).years;

const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const SHORT = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const MIDDLE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** 3 May 2018 */
export const longDate: (date: SchoolDate) => string = kept((date) => LONG.format(Date.parse(date)));
const DAY = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });

/** Tuesday 24 November */
export const dayWords: (date: SchoolDate) => string = kept((date) =>
  DAY.format(Date.parse(date)).replace(',', ''),
);
/** Wed 25 */
export const shortDay: (date: SchoolDate) => string = kept((date) =>
  SHORT_DAY.format(Date.parse(date)).replace(',', ''),
);
/** Sep 2024 */
export const monthYear: (date: SchoolDate) => string = kept((date) =>
  SHORT.format(Date.parse(date)).replace('Sept', 'Sep'),
);
/** 3 May 2018, months cut to three letters */
export const middleDate: (date: SchoolDate) => string = kept((date) =>
  MIDDLE.format(Date.parse(date)).replace('Sept', 'Sep'),
);

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
/** Thu 3 May 2018: a day that a person checks on a calendar */
export const checkedDay: (date: SchoolDate) => string = kept(
  (date) => `${WEEKDAY.format(Date.parse(date))} ${middleDate(date)}`,
);
