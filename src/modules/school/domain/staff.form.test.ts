import { describe, expect, it } from 'vitest';
import { errorsOf } from '#src/kernel/form.ts';
import { contractForm, hoursOfMinutes, minutesOfHours, rateForm } from './staff.form.ts';

const from = '2026-09-01';

describe('hours a week', () => {
  it.each([
    ['27.5', 1650],
    ['27:30', 1650],
    ['27h 30', 1650],
    ['5h', 300],
    [' 37 ', 2220],
    ['16.25', 975],
    ['27:60', null],
    ['27,5', null],
    ['full time', null],
    ['-3', null],
  ])('"%s" is %s minutes', (typed, minutes) => {
    expect(minutesOfHours(typed)).toBe(minutes);
  });

  it('are shown as hours and minutes', () => {
    expect([1650, 300, 975].map(hoursOfMinutes)).toEqual(['27:30', '5:00', '16:15']);
  });
});

describe('a contract as typed', () => {
  it.each([
    [{ minutesPerWeek: '', weeksPerYear: '39' }, { minutesPerWeek: 'Enter the hours a week' }],
    [
      { minutesPerWeek: 'all', weeksPerYear: '39' },
      { minutesPerWeek: 'Hours a week must be like 27.5 or 27:30' },
    ],
    [{ minutesPerWeek: '61', weeksPerYear: '39' }, { minutesPerWeek: 'Hours a week must be 60 or fewer' }],
    [{ minutesPerWeek: '30', weeksPerYear: '54' }, { weeksPerYear: 'Weeks a year must be 53 or fewer' }],
    [
      { minutesPerWeek: '30', weeksPerYear: '39.25' },
      { weeksPerYear: 'Weeks a year must be a number like 39 or 44.6' },
    ],
  ])('%o is refused', (typed, errors) => {
    const parsed = contractForm.schema.safeParse({ ...typed, fromOn: from });
    expect(parsed.success ? {} : errorsOf(parsed.error)).toEqual(errors);
  });

  it('becomes minutes and weeks', () => {
    const typed = { minutesPerWeek: '27:30', weeksPerYear: '44.6', fromOn: from };
    expect(contractForm.schema.parse(typed)).toEqual({
      minutesPerWeek: 1650,
      weeksPerYear: 44.6,
      fromOn: from,
    });
  });
});

describe('a rate as typed', () => {
  it.each([
    ['£17.20', 1720],
    ['9', 900],
    ['500', 50_000],
  ])('%s is %i pence', (typed, pence) => {
    expect(rateForm.schema.parse({ pencePerHour: typed, fromOn: from }).pencePerHour).toBe(pence);
  });

  it('is refused above what anybody costs', () => {
    expect(rateForm.schema.safeParse({ pencePerHour: '500.01', fromOn: from }).success).toBe(false);
  });
});
