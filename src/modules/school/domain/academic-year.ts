import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';

/**
 * The academic year that a day belongs to, 1 September to 31 August.
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
