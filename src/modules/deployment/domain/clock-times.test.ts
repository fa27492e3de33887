import { describe, expect, it } from 'vitest';
import { minuteOfDay } from './clock-times.ts';

describe('the minute of the day', () => {
  it.each([
    ['2026-11-24T08:15:00Z', 495],
    // On the last Sunday of March 2027 one o'clock is two o'clock: a quarter past eight is an hour earlier in Greenwich.
    ['2027-03-26T08:15:00Z', 495],
    ['2027-03-29T07:15:00Z', 495],
    ['2027-03-28T00:59:00Z', 59],
    ['2027-03-28T01:00:00Z', 120],
    ['2026-11-24T00:00:00Z', 0],
  ])('is that of the clock on the wall, in winter and in summer: %s', (at, minute) => {
    expect(minuteOfDay(new Date(at))).toBe(minute);
  });
});
