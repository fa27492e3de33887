import { SchoolDate } from '../../../../kernel/dates.ts';

/**
 * A day as a number: days since Monday 3 January 2000. The map compares hundreds of thousands of days, and numbers compare
 * quicker than texts. `2000-01-03` → 0, `2026-11-23` → 9821.
 */
export function dayNumber(date: SchoolDate): number {
  const [year, month, day] = [0, 5, 8].map((at, i) => Number(date.slice(at, i === 0 ? 4 : at + 2)));
  return daysFromCivil(year ?? 0, month ?? 0, day ?? 0) - monday;
}

/** The inverse of `dayNumber`. */
export const dayOfNumber = (number: number): SchoolDate => SchoolDate.parse(civilFromDays(number + monday));

/** Weeks since the Monday of day 0: week 0 is that of 3 January 2000. */
export const weekOf = (day: number): number => Math.floor(day / 7);

/** Monday is 1. */
export const weekdayOf = (day: number): number => (((day % 7) + 7) % 7) + 1;

// Counting days without a calendar library: years begin in March, so that a leap day is the last of its year. Howard
// Hinnant's `days_from_civil`, put in our own words.
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + ofYear;
}

const monday = daysFromCivil(2000, 1, 3);
const daysIn400Years = 146_097;

function civilFromDays(days: number): string {
  const era = Math.floor(days / daysIn400Years);
  const left = days - era * daysIn400Years;
  const y = Math.floor(
    (left - Math.floor(left / 1460) + Math.floor(left / 36_524) - Math.floor(left / 146_096)) / 365,
  );
  const ofYear = left - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * m + 2) / 5) + 1;
  const month = m < 10 ? m + 3 : m - 9;
  const year = y + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
