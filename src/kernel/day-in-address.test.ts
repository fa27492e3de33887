import { describe, expect, it } from 'vitest';
import { dayInAddress } from './day-in-address.ts';

describe('the day in an address', () => {
  it.each<[Record<string, unknown>, string | undefined]>([
    [{ on: '2027-01-21' }, '2027-01-21'],
    [{ 'on-day': '1', 'on-month': '2', 'on-year': '2027' }, '2027-02-01'],
    [{ on: 'nonsense', 'on-day': '1', 'on-month': '2', 'on-year': '2027' }, '2027-02-01'],
    [{ 'on-day': '31', 'on-month': '2', 'on-year': '2027' }, undefined],
    [{ on: ['2027-01-21', '2027-01-22'] }, undefined],
    [{}, undefined],
  ])('of %j is %s', (given, day) => {
    expect(dayInAddress(given, 'on')).toBe(day);
  });
});
