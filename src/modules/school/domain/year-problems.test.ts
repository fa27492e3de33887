import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { typicalYear } from './typical-year.ts';
import { type YearGiven, yearProblems } from './year-problems.ts';

const day = schoolDate;
const given: YearGiven = {
  academicYear: '2026/27',
  terms: typicalYear('2026/27').terms,
  insetDays: [day('2026-09-01'), day('2027-05-28')],
  closures: [{ from: day('2027-02-02'), reopensOn: day('2027-02-03'), reason: 'Snow' }],
  bankHolidays: [day('2027-05-03')],
};
const [autumn, spring, summer] = given.terms;
if (autumn === undefined || spring === undefined || summer === undefined)
  throw new Error('Three terms needed');
const halfTerm = (from: string, until: string) => ({ from: day(from), until: day(until) });
const closure = (from: string, reopensOn: string) => [
  { from: day(from), reopensOn: day(reopensOn), reason: 'Boiler' },
];

describe('the dates of an academic year', () => {
  it('are in order as proposed', () => {
    expect(yearProblems(given)).toEqual([]);
  });

  const cases: readonly [string, Partial<YearGiven>, string][] = [
    ['no_terms', { terms: [], insetDays: [] }, '2026/27'],
    [
      'term_ends_before_it_starts',
      { terms: [{ ...autumn, until: day('2026-08-01') }], insetDays: [] },
      'Autumn',
    ],
    ['term_outside_year', { terms: [{ ...autumn, from: day('2026-08-31') }, spring, summer] }, 'Autumn'],
    ['terms_overlap', { terms: [autumn, { ...spring, from: day('2026-12-18') }, summer] }, 'Spring'],
    [
      'half_term_ends_before_it_starts',
      { terms: [{ ...autumn, halfTerm: halfTerm('2026-10-30', '2026-10-26') }, spring, summer] },
      'Autumn',
    ],
    [
      'half_term_outside_term',
      { terms: [autumn, { ...spring, halfTerm: halfTerm('2027-03-22', '2027-03-26') }, summer] },
      'Spring',
    ],
    ['inset_outside_term', { insetDays: [day('2026-12-21')] }, '2026-12-21'],
    ['inset_in_half_term', { insetDays: [day('2026-10-26')] }, '2026-10-26'],
    ['inset_at_weekend', { insetDays: [day('2026-11-21')] }, '2026-11-21'],
    ['inset_on_bank_holiday', { insetDays: [day('2027-05-03')] }, '2027-05-03'],
    ['inset_twice', { insetDays: [day('2026-09-01'), day('2026-09-01')] }, '2026-09-01'],
    ['closure_reopens_too_early', { closures: closure('2027-02-02', '2027-02-02') }, '2027-02-02'],
    ['closure_outside_year', { closures: closure('2027-09-02', '2027-09-03') }, '2027-09-02'],
  ];
  it.each(cases)('are refused with %s', (problem, changed, about) => {
    expect(yearProblems({ ...given, ...changed })).toEqual([{ problem, about }]);
  });
});
