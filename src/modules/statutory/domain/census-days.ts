import { addDays, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';

export type CensusSeason = 'autumn' | 'spring' | 'summer';

/** A day on which the school census counts. The types of SEN and their ranks are collected in spring alone. */
export type CensusDay = {
  readonly season: CensusSeason;
  readonly on: SchoolDate;
  readonly collectsNeeds: boolean;
};

const thursday = 4;

/** The `nth` Thursday of a month. */
function nthThursday(month: { year: number; month: number; nth: number }): SchoolDate {
  const first = schoolDate(`${month.year}-${String(month.month).padStart(2, '0')}-01`);
  const untilThursday = (thursday - plain(first).dayOfWeek + 7) % 7;
  return addDays(first, untilThursday + 7 * (month.nth - 1));
}

/**
 * The three census days of the academic year that begins in `firstYear`: first Thursday of October, third
 * Thursday of January, third Thursday of May (rule census-1). DfE can move one, so a page that counts on a day
 * ahead says that it follows the rule. Needs are collected in spring alone (rule census-2).
 * 2026 → 1 Oct 2026, 21 Jan 2027, 20 May 2027.
 */
export const censusDaysOf = (firstYear: number): readonly CensusDay[] => [
  { season: 'autumn', on: nthThursday({ year: firstYear, month: 10, nth: 1 }), collectsNeeds: false },
  { season: 'spring', on: nthThursday({ year: firstYear + 1, month: 1, nth: 3 }), collectsNeeds: true },
  { season: 'summer', on: nthThursday({ year: firstYear + 1, month: 5, nth: 3 }), collectsNeeds: false },
];

/** The census days of the calendar year before, of and after a date, in order. */
function censusDaysAround(date: SchoolDate): readonly CensusDay[] {
  const year = Number(date.slice(0, 4));
  return [year - 2, year - 1, year].flatMap(censusDaysOf);
}

/** The first census day on or after a date. Sun 22 Nov 2026 → spring, Thu 21 Jan 2027. */
export function nextCensusDay(date: SchoolDate): CensusDay {
  const next = [...censusDaysAround(date), ...censusDaysOf(Number(date.slice(0, 4)) + 1)].find(
    (day) => day.on >= date,
  );
  if (next === undefined) throw new RangeError(`No census day was found on or after ${date}`);
  return next;
}

/** The last census day on or before a date. Sun 22 Nov 2026 → autumn, Thu 1 Oct 2026. */
export function lastCensusDay(date: SchoolDate): CensusDay {
  const last = censusDaysAround(date).findLast((day) => day.on <= date);
  if (last === undefined) throw new RangeError(`No census day was found on or before ${date}`);
  return last;
}

/** Months of which seasons, from the first month of each on. */
const seasonOf = (month: number): CensusSeason => (month >= 9 ? 'autumn' : month <= 3 ? 'spring' : 'summer');

/**
 * Any day taken as a census day, as DfE can move one: September to December is the autumn census, January to March
 * the spring one, which alone collects needs (rule census-2), April to August the summer one.
 */
export function censusDayOn(date: SchoolDate): CensusDay {
  const season = seasonOf(Number(date.slice(5, 7)));
  return { season, on: date, collectsNeeds: season === 'spring' };
}
