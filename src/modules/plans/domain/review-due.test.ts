import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { dueIn, endOfHalfTerm } from './review-due.ts';

const day = schoolDate;
const terms = [
  {
    name: 'Autumn',
    from: day('2026-09-01'),
    until: day('2026-12-18'),
    halfTerm: { from: day('2026-10-26'), until: day('2026-10-30') },
  },
  { name: 'Spring', from: day('2027-01-04'), until: day('2027-03-25'), halfTerm: null },
];

describe('the end of a half term', () => {
  it.each([
    ['2026-10-01', '2026-10-25'],
    ['2026-10-27', '2026-12-18'],
    ['2026-12-18', '2026-12-18'],
    ['2026-12-19', '2027-03-25'],
    ['2027-04-01', '2027-05-13'],
  ])('that %s lies in is %s', (today, end) => {
    expect(endOfHalfTerm(terms, day(today))).toBe(end);
  });
});

describe('what is due', () => {
  const due = ['2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01', '2026-12-18', '2027-01-15'].map(
    (on) => ({
      reviewOn: day(on),
    }),
  );
  it.each([
    ['late', 1],
    ['week', 3],
    ['half', 5],
    ['all', 6],
  ] as const)('%s: %i', (span, count) => {
    const of = { today: day('2026-11-24'), halfTermEnds: day('2026-12-18') };
    expect(dueIn(due, span, of)).toHaveLength(count);
  });
});
