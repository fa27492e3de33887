import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import {
  academicYearBounds,
  academicYearFrom,
  academicYearOf,
  firstYearOf,
  yearsToAdd,
} from './academic-year.ts';

describe('academic year', () => {
  it.each([
    ['2026-08-31', '2025/26'],
    ['2026-09-01', '2026/27'],
    ['2027-01-01', '2026/27'],
    ['2028-02-29', '2027/28'],
    ['1999-12-31', '1999/00'],
  ])('of %s is %s', (date, expected) => {
    expect(academicYearOf(schoolDate(date))).toBe(expected);
  });

  it('runs from 1 September to 31 August (rule cal-6)', () => {
    expect(academicYearBounds('2026/27')).toEqual({ from: '2026-09-01', until: '2027-08-31' });
  });

  it.each(['2026/28', '2026', '26/27', '2026-27', ''])('is not named by "%s"', (text) => {
    expect(() => firstYearOf(text)).toThrow(RangeError);
  });

  it('is named by its first year', () => {
    expect(firstYearOf(academicYearFrom(2099))).toBe(2099);
  });

  it('is offered while it can be planned and is not entered', () => {
    const today = schoolDate('2026-11-24');
    expect(yearsToAdd([], today)).toEqual(['2026/27', '2027/28', '2028/29', '2025/26']);
    expect(yearsToAdd(['2026/27', '2025/26'], today)).toEqual(['2027/28', '2028/29']);
  });
});
