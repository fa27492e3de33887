import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';

/**
 * The academic year that a day belongs to, 1 September to 31 August (rule cal-6).
 * 31 Aug 2026 → `2025/26`; 1 Sep 2026 → `2026/27`.
 */
export function academicYearOf(date: SchoolDate): string {
  const year = Number(date.slice(0, 4));
  return academicYearFrom(date.slice(5) >= '09-01' ? year : year - 1);
}

/** 2026 → `2026/27`; 1999 → `1999/00` */
export const academicYearFrom = (firstYear: number): string =>
  `${firstYear}/${String((firstYear + 1) % 100).padStart(2, '0')}`;

/** `2026/27` → 2026. Throws on text that names no academic year. */
export function firstYearOf(academicYear: string): number {
  const firstYear = Number(academicYear.slice(0, 4));
  if (academicYearFrom(firstYear) !== academicYear) {
    throw new RangeError(`${academicYear} is not an academic year such as 2026/27`);
  }
  return firstYear;
}

/** `2026/27` → 1 September 2026 to 31 August 2027. */
export function academicYearBounds(academicYear: string): { from: SchoolDate; until: SchoolDate } {
  const firstYear = firstYearOf(academicYear);
  return { from: schoolDate(`${firstYear}-09-01`), until: schoolDate(`${firstYear + 1}-08-31`) };
}

/**
 * The academic years that may be entered now and are not yet, soonest first: this one, two to come, one past.
 * On 24 Nov 2026 with 2026/27 entered → `2027/28`, `2028/29`, `2025/26`.
 */
export function yearsToAdd(entered: readonly string[], today: SchoolDate): readonly string[] {
  const present = firstYearOf(academicYearOf(today));
  return [0, 1, 2, -1]
    .map((step) => academicYearFrom(present + step))
    .filter((name) => !entered.includes(name));
}
